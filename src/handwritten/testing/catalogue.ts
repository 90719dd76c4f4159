import { nanosOf, type Nanos } from './money.js';

/** An instance type, as the API lists it. */
export interface InstanceTypeRecord {
  readonly id: string;
  readonly gpu_type: string;
  readonly gpu_count: number;
  readonly cpu_cores: number;
  readonly memory_gb: number;
  readonly storage_gb: number;
  readonly region: string;
  readonly hourly_rate: number;
}

type TypeRow = readonly [gpu: string, count: number, cores: number, memory: number, storage: number, rate: number];

const typeRows: readonly TypeRow[] = [
  ['CPU', 0, 4, 16, 100, 0.12],
  ['RTX4090', 1, 8, 64, 256, 0.49],
  ['L40S', 1, 12, 96, 256, 0.99],
  ['A100', 1, 16, 128, 512, 1.89],
  ['A100', 8, 128, 1024, 4096, 15.12],
  ['H100', 1, 26, 200, 1024, 2.99],
  ['H100', 8, 208, 1600, 8192, 23.92],
  ['h100-sxm', 1, 26, 200, 1024, 3.29],
  ['H200', 1, 32, 256, 2048, 3.79],
];

export const regions = [
  { id: '137', name: 'us-east-1', provider: 'aws-s3' },
  { id: '142', name: 'eu-central-1', provider: 'aws-s3' },
] as const;

/** Each type in each region, the cheapest first. */
export const instanceTypes: readonly InstanceTypeRecord[] = regions.flatMap(({ id, name }) =>
  typeRows.map(([gpu_type, gpu_count, cpu_cores, memory_gb, storage_gb, hourly_rate]) => ({
    id: `simulated-${gpu_type.toLowerCase()}-${gpu_count}x-${id}`,
    gpu_type,
    gpu_count,
    cpu_cores,
    memory_gb,
    storage_gb,
    region: name,
    hourly_rate,
  })),
);

const createdAt = '2026-01-09T14:00:00Z';

/** Those that instances accept come first. */
export const templates = [
  ['ubuntu-devbox', 'Ubuntu Devbox', 'A machine for development; a GPU is optional.', 'base'],
  ['ubuntu-train', 'Ubuntu Train', 'PyTorch and CUDA for training.', 'ml'],
  ['ubuntu-inference', 'Ubuntu Inference', 'vLLM and CUDA for inference.', 'ml'],
  ['ubuntu-cuda-devel', 'Ubuntu CUDA Devel', 'The CUDA toolkit with its compilers.', 'base'],
  ['axolotl-finetune', 'Axolotl Finetune', 'Fine-tuning of language models from one configuration file.', 'ml'],
  ['unsloth-finetune', 'Unsloth Finetune', 'Fast LoRA fine-tuning on a single GPU.', 'ml'],
].map(([id = '', name = '', description = '', category = '']) => ({
  id,
  name,
  description,
  category,
  created_at: createdAt,
}));

export const launchable: ReadonlySet<string> = new Set(templates.slice(0, 4).map(({ id }) => id));

/** A model, as the API lists it. Prices are in USD per token. */
const modelRows = [
  ['deepseek-ai/DeepSeek-V3', 'text', 131_072, '0.00000028', '0.00000088'],
  ['deepseek/deepseek-v3.2', 'text', 131_072, '0.00000028', '0.00000042'],
  ['meta-llama/Meta-Llama-3.1-8B-Instruct', 'text', 131_072, '0.00000003', '0.00000005'],
  ['Qwen/Qwen3-VL-235B-A22B-Thinking', 'text', 262_144, '0.00000045', '0.0000035'],
  ['black-forest-labs/FLUX.1-schnell', 'image'],
  ['black-forest-labs/FLUX.1-kontext-pro', 'image'],
  ['google/veo-3.0', 'video'],
  ['openai/sora-2', 'video'],
  ['hexgrad/Kokoro-82M', 'audio'],
  ['openai/whisper-large-v3', 'text'],
  ['BAAI/bge-large-en-v1.5', 'embedding'],
] as const;

export const models = modelRows.map(([id, output, context, prompt, completion]) => ({
  id,
  name: id.slice(id.indexOf('/') + 1),
  created: 1_735_171_200,
  output_modalities: [output],
  ...(context !== undefined && { context_length: context, pricing: { prompt, completion } }),
}));

/** What inference costs. Models that are not listed cost the same as the first one. */
export const prices = {
  image: nanosOf(0.003),
  video: nanosOf(0.5),
  /** For each character of speech. */
  character: 1000,
  /** For each second of a transcribed recording. */
  audioSecond: 100_000,
  /** For each token of an embedding. */
  embeddingToken: 10,
} as const;

export function tokenPrice(model: string): { readonly prompt: Nanos; readonly completion: Nanos } {
  const { pricing } = models.find(({ id }) => id === model) ?? {};
  return {
    prompt: nanosOf(Number(pricing?.prompt ?? 2.8e-7)),
    completion: nanosOf(Number(pricing?.completion ?? 8.8e-7)),
  };
}
