// The guides in groups, as the navigation of the site shows them. Their order in a group is that of typedoc.json.

/** @type {Readonly<Record<string, readonly string[]>>} */
const groups = {
  Inference: ['chat', 'streaming', 'tools', 'embeddings', 'batches', 'images', 'video', 'audio', 'files'],
  Infrastructure: ['instances', 'leases', 'storage', 'environments', 'billing'],
  Reliability: ['errors', 'retries', 'limits-and-costs', 'timeouts', 'logging', 'options'],
  Platforms: ['browsers', 'frameworks', 'platforms'],
  Testing: ['testing', 'contract-testing'],
  Migrating: ['openai', 'migrating-from-0.1.5', 'regenerating'],
};

/** @param {string} slug the name of its file */
export function guideGroup(slug) {
  const [group] = Object.keys(groups).filter((name) => groups[name]?.includes(slug));
  if (group === undefined) throw new Error(`Add the guide ${slug} to a group in scripts/site/guide-groups.mjs.`);
  return group;
}
