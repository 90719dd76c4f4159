// A chat in the terminal: the answer appears as it is written, and the conversation is remembered.
// Ctrl-C ends the answer, not the program; at the prompt Ctrl-C, Ctrl-D or /exit end the program.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/chat-in-terminal.ts [model]
import { createInterface } from 'node:readline';
import { Runcrate, RuncrateError, type ChatMessageParam } from '@runcrate/sdk';

const [model = 'deepseek-ai/DeepSeek-V3'] = process.argv.slice(2);
const rc = new Runcrate();
const history: ChatMessageParam[] = [{ role: 'system', content: 'You answer briefly.' }];
let answering: AbortController | undefined;

const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
let isOpen = true as boolean;
terminal.once('close', () => (isOpen = false));
// At a terminal, readline itself hears Ctrl-C; elsewhere it comes as a signal.
terminal.on('SIGINT', interrupt);
process.on('SIGINT', interrupt);

terminal.prompt();
for await (const line of terminal) {
  const question = line.trim();
  if (question === '/exit') break;
  if (question !== '') await answer(question);
  if (isOpen) terminal.prompt();
}
terminal.close();

async function answer(question: string): Promise<void> {
  history.push({ role: 'user', content: question });
  answering = new AbortController();
  const { signal } = answering;
  let said = '';
  try {
    const stream = await rc.models.chatCompletion({ model, messages: history, stream: true }, { signal });
    for await (const text of stream.textStream()) {
      process.stdout.write(text);
      said += text;
    }
    process.stdout.write('\n');
  } catch (error) {
    if (signal.aborted) console.log(' (stopped)');
    else if (error instanceof RuncrateError) console.log(`\n${error.message} ${error.hint ?? ''}`);
    else throw error;
  } finally {
    answering = undefined;
  }
  // What was said stays, whole or not. A question without an answer is forgotten, and can be asked again.
  if (said === '') history.pop();
  else history.push({ role: 'assistant', content: said });
}

function interrupt(): void {
  if (answering) answering.abort();
  else terminal.close();
}
