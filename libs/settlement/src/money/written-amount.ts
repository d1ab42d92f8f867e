/** Money with six places, as `formatMicro` writes it. */
export type Amount = string;
