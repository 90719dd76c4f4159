import { join } from 'node:path';
import { Application, LogLevel, TypeDocReader, TSConfigReader, type Logger } from 'typedoc';
import { expect, test } from 'vitest';
import { root } from '../helpers/build.js';

test('every public name is documented, and every name that the reference leads to is in it', async () => {
  const options = { options: join(root, 'typedoc.json'), logLevel: LogLevel.Warn };
  const application = await Application.bootstrap(options, [new TypeDocReader(), new TSConfigReader()]);
  const said = collect(application.logger);
  const project = await application.convert();
  application.validate(project!);
  expect(said).toEqual([]);
  const names = project!.children!.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['Runcrate', 'Billing', 'ChatCompletionParams', 'NotFoundError', 'Page']),
  );
});

/** What the reference would be built with a complaint about. */
function collect(logger: Logger): string[] {
  const said: string[] = [];
  logger.log = (message, level) => {
    if (level >= LogLevel.Warn) said.push(message);
  };
  return said;
}
