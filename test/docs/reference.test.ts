import { join } from 'node:path';
import { Application, LogLevel, TypeDocReader, TSConfigReader, type Logger } from 'typedoc';
import { expect, test } from 'vitest';
import { root } from '../helpers/build.js';

test('every public export is documented, and the reference includes every type that it refers to', async () => {
  const options = { options: join(root, 'typedoc.json'), logLevel: LogLevel.Warn };
  const application = await Application.bootstrap(options, [new TypeDocReader(), new TSConfigReader()]);
  const warnings = collect(application.logger);
  const project = await application.convert();
  application.validate(project!);
  expect(warnings).toEqual([]);
  const names = project!.children!.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Runcrate', 'Billing', 'ChatCompletionParams', 'NotFoundError', 'Page']),
  );
});

/** Collects the warnings of the build of the reference. */
function collect(logger: Logger): string[] {
  const warnings: string[] = [];
  logger.log = (message, level) => {
    if (level >= LogLevel.Warn) warnings.push(message);
  };
  return warnings;
}
