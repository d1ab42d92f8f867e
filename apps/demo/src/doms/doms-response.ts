import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';

/** How much of a request the market bought so far. */
export const DomsResponse = Type.Object({
  requestId: Type.String(),
  result: Type.Union([Type.Literal('accepted'), Type.Literal('partly'), Type.Literal('rejected')]),
  accepted: Type.Array(Type.Number()),
  price: Type.Array(Type.Union([Type.Number(), Type.String(), Type.Null()])),
  reason: Type.Optional(Type.String()),
});
export type DomsResponse = Static<typeof DomsResponse>;

/** Undefined if the text is no response. */
export function readDomsResponse(text: string): DomsResponse | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return Value.Check(DomsResponse, body) ? body : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
