// A billing report: the balance, the inference usage of a period, and all transactions by month and type.
//
//   export RUNCRATE_API_KEY=rc_live_...
//   npx tsx examples/billing-report.ts [--from 2025-01-01] [--to 2025-01-31] [--csv]
import { parseArgs } from 'node:util';
import { Runcrate, type Transaction } from '@runcrate/sdk';

const { values } = parseArgs({
  options: { from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'boolean', default: false } },
});
const { from = '0000-01-01', to = '9999-12-31', csv } = values;
for (const day of [from, to])
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) fail(`"${day}" is not a date. Use the format 2025-01-31.`);

const rc = new Runcrate();
const [balance, usage, transactions] = await Promise.all([
  rc.billing.getBalance(),
  rc.billing.usage({ from: values.from, to: values.to }),
  readTransactions(),
]);
const rows = summarise(transactions);

if (csv) {
  console.log('month,type,count,amount');
  for (const { month, type, count, amount } of rows) console.log([month, quote(type), count, usd(amount)].join(','));
} else {
  const inference = `$${usage.totalCost.toFixed(2)} for ${usage.totalRequests ?? '?'} requests`;
  console.log(`Balance     $${balance.creditsBalance.toFixed(2)}`);
  console.log(`Inference   ${inference}, ${usage.totalTokens ?? '?'} tokens\n`);
  console.log(`${'month'.padEnd(9)}${'type'.padEnd(14)}${'count'.padStart(6)}${'USD'.padStart(12)}`);
  for (const { month, type, count, amount } of rows) {
    console.log(`${month.padEnd(9)}${type.padEnd(14)}${String(count).padStart(6)}${usd(amount).padStart(12)}`);
  }
  const total = rows.reduce((sum, { amount }) => sum + amount, 0);
  console.log(`${'total'.padEnd(23)}${String(transactions.length).padStart(6)}${usd(total).padStart(12)}`);
}

/** Reads all pages and filters by date, because the API can't. */
async function readTransactions(): Promise<Transaction[]> {
  const byId = new Map<string, Transaction>();
  // A transaction that is booked meanwhile shifts the pages, so an item can appear twice. Each is counted once.
  for await (const transaction of await rc.billing.listTransactions({ limit: 100 })) {
    byId.set(transaction.id, transaction);
  }
  return [...byId.values()].filter(({ createdAt }) => {
    const day = createdAt?.slice(0, 10);
    return day === undefined || (from <= day && day <= to);
  });
}

interface Row {
  readonly month: string;
  readonly type: string;
  readonly count: number;
  /** Millionths of a USD: integers add up without rounding errors. */
  readonly amount: number;
}

function summarise(all: readonly Transaction[]): Row[] {
  const byKey = new Map<string, Row>();
  for (const { createdAt, type, amount } of all) {
    const month = createdAt?.slice(0, 7) ?? 'undated';
    const key = `${month} ${type}`;
    const row = byKey.get(key) ?? { month, type, count: 0, amount: 0 };
    byKey.set(key, { ...row, count: row.count + 1, amount: row.amount + Math.round(amount * 1e6) });
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function usd(millionths: number): string {
  return (millionths / 1e6).toFixed(2);
}

function quote(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
