import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Whether a PostgreSQL of ours was made in a data folder. One that may not be seen is taken to be there. */
export async function holdsStore(dataFolder: string): Promise<boolean> {
  try {
    await stat(join(resolve(dataFolder), "postgres"));
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}
