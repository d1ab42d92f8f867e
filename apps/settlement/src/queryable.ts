/** What answers SQL: the database, or a transaction that must see its own writes. */
export interface Queryable {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}
