import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Files that are committed although they follow from the code, so that a reader and a diff can see them. */
export class GeneratedFiles {
  constructor(private readonly contents: ReadonlyMap<string, string>) {}

  write(): void {
    for (const [path, content] of this.contents) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }

  /** The files that are not what the code says. */
  differences(): readonly string[] {
    return [...this.contents]
      .filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content)
      .map(
        ([path]) => `${path} does not follow from the code any more; run «npm run generate» and commit it.`,
      );
  }
}
