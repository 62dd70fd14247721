import type { Database } from "../../store/database.js";
import { sqlOfLibrary } from "../../store/sql.js";

/** A database whose statements are rewritten on their way: to plant a bug that a test must then find. */
export function rewriteStatements(database: Database, rewrite: (text: string) => string): Database {
  return {
    close: database.close,
    connect: async () => {
      const session = await database.connect();
      return {
        release: session.release,
        run: (statement) => {
          const text = rewrite(statement.text);
          return session.run(text === statement.text ? statement : sqlOfLibrary(text, statement.values));
        },
      };
    },
  };
}
