import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase, openDatabase } from "#db/index.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { startClockAt } from "#domain/clock.server.ts";
import { fillCodes } from "#domain/codes/fill.server.ts";
import { openLogKey } from "#domain/log/signing.server.ts";
import { fillRegister } from "#domain/sharing/register.server.ts";
import { openVault } from "#domain/vault.server.ts";
import { readConfig, setConfig } from "#http/config.server.ts";

/** A real database in a file of its own for this test file, migrated with the real migrations, and the machine's clock. */
export function aDatabase(): void {
  let folder = "";
  beforeAll(async () => {
    startClockAt(new Date().toISOString());
    folder = mkdtempSync(join(tmpdir(), "samspor-"));
    const config = readConfig({ ...process.env, DATA_DIR: folder });
    setConfig(config);
    openVault(config.secret);
    openLogKey(config.secret);
    migrate(openDatabase(join(folder, "samspor.db")), () => undefined);
    await fillCodes();
    await fillRegister();
  });
  afterAll(() => {
    closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });
}
