import { tokenInFragment } from './token.js';

const KEY = 'flexoffer-console-token';

/** The visitor's token, kept until the browser tab is closed. */
export class Session {
  token: string | undefined = $state(sessionStorage.getItem(KEY) ?? undefined);
  /** Why the visitor has to sign in (again). */
  message: string | undefined = $state();

  /** Takes the token out of the address, so that it stays neither visible nor in the history. */
  takeFromAddress(): void {
    const token = tokenInFragment(location.hash);
    if (token === undefined) return;
    history.replaceState(null, '', `${location.pathname}${location.search}`);
    this.signIn(token);
  }

  signIn(token: string): void {
    sessionStorage.setItem(KEY, token);
    this.token = token;
    this.message = undefined;
  }

  end(message?: string): void {
    sessionStorage.removeItem(KEY);
    this.token = undefined;
    this.message = message;
  }
}
