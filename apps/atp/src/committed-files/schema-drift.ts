import { DataSource } from 'typeorm';
import { options, type Storage } from '#persistence';

/** What TypeORM would have to change in a freshly migrated database: nothing, if entities and migrations agree. */
export async function schemaDrift(
  databaseUrl: string,
  storages: readonly Storage[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const storage of storages) {
    const dataSource = await new DataSource({ ...options(databaseUrl, storage), poolSize: 1 }).initialize();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    await dataSource.destroy();
    faults.push(
      ...upQueries.map(({ query }) => `Schema ${storage.schema} differs from its entities: ${query}`),
    );
  }
  return faults;
}
