import { type DataSource } from 'typeorm';
import { Transaction, rowsOf } from './transaction.js';

/** The process's access to PostgreSQL. */
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction: all of it happens, or nothing. */
  async transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    let transaction: Transaction | undefined;
    const result = await this.dataSource.transaction(async (manager) => {
      transaction = new Transaction(manager);
      return work(transaction);
    });
    transaction?.committed();
    return result;
  }

  /** Reads outside of a transaction. */
  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(await this.dataSource.query(sql, [...parameters]));
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
