/** The token in the fragment of a link such as `http://host:3000/#token=...`; undefined if there is none. */
export function tokenInFragment(fragment: string): string | undefined {
  const token = new URLSearchParams(fragment.replace(/^#/, '')).get('token')?.trim();
  return token === '' ? undefined : token;
}
