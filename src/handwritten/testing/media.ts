import { failure, refusedField, type Answer } from './answer.js';
import { base64 } from './bytes.js';
import { fieldsOf, type ApiCall, type Context, type Handler } from './call.js';
import { prices } from './catalogue.js';
import { embeddingOf } from './embeddings.js';
import { serveRange } from './files.js';
import { hashOf } from './hash.js';
import { pngOf } from './png.js';
import { soundOf } from './sound.js';
import { brokeAnswer, charge, tokensOf } from './usage.js';
import { nextId, type VideoRecord } from './world.js';

interface ImageRequest {
  readonly model: string;
  readonly prompt: string;
  readonly width?: number;
  readonly height?: number;
  readonly size?: string;
  readonly n?: number;
  readonly seed?: number;
  readonly response_format?: 'url' | 'b64_json';
}

const imageSize = 256;

function createImage(call: ApiCall, context: Context): Answer {
  const request = fieldsOf<ImageRequest>(call);
  const { model, prompt, size, n = 1, seed = 0, response_format: format = 'url' } = request;
  const [fromSize, heightOfSize] = (size ?? '').split('x').map(Number);
  const width = request.width ?? (fromSize || imageSize);
  const height = request.height ?? (heightOfSize || imageSize);
  if (n < 1 || n > 10) return refusedField('n', 'must be from 1 to 10');
  if (size !== undefined && !/^\d{1,4}x\d{1,4}$/.test(size))
    return refusedField('size', 'must be of the form 1024x768');
  const refusal = brokeAnswer(context, call.now);
  if (refusal) return refusal;
  charge(context, model, call.now, { cost: n * prices.image });
  const images = Array.from({ length: n }, (_, index) => {
    const image = { width, height, seed: hashOf(prompt, seed + index + 1) };
    if (format === 'b64_json') return { b64_json: base64(pngOf(width, height, image.seed)) };
    const name = `/images/${nextId(context.world)}.png`;
    context.world.images.set(name, image);
    return { url: call.assets + name, b64_json: null };
  });
  return { status: 200, body: { created: Math.floor(call.now / 1000), data: images } };
}

/** The file at a link that an answer had. */
export function assetAt(path: string, headers: Readonly<Record<string, string>>, { world }: Context): Answer {
  const image = world.images.get(path);
  if (!image) return failure(404, 'File not found.');
  return serveRange(pngOf(image.width, image.height, image.seed), 'image/png', headers);
}

function createVideo(call: ApiCall, context: Context): Answer {
  const { model, prompt } = fieldsOf<{ readonly model: string; readonly prompt: string }>(call);
  const refusal = brokeAnswer(context, call.now);
  if (refusal) return refusal;
  const video = { id: nextId(context.world), createdAt: call.now, fails: prompt.includes('[fail]') };
  context.world.videos.set(video.id, video);
  charge(context, model, call.now, { cost: prices.video });
  return { status: 200, body: { id: video.id, status: 'queued' } };
}

function statusOf({ createdAt, fails }: VideoRecord, { now }: ApiCall, { settings }: Context): string {
  const share = (now - createdAt) / (settings.videoSeconds * 1000);
  if (share >= 1 || settings.videoSeconds === 0) return fails ? 'failed' : 'completed';
  return share < 0.2 ? 'queued' : 'processing';
}

const videoSize = 64 * 1024;

/** An MP4 without tracks: its box of types, and one of data that differs from job to job. */
function videoOf(id: string): Uint8Array {
  const bytes = new Uint8Array(videoSize);
  const view = new DataView(bytes.buffer);
  bytes.set([0, 0, 0, 16, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 0, 0, 2, 0]);
  view.setUint32(16, videoSize - 16);
  bytes.set([0x6d, 0x64, 0x61, 0x74], 20);
  const seed = hashOf(id);
  for (let index = 24; index + 4 <= videoSize; index += 4) view.setUint32(index, seed ^ index);
  return bytes;
}

function downloadVideo(call: ApiCall, context: Context): Answer {
  const video = context.world.videos.get(call.path['id'] ?? '');
  if (!video) return failure(404, 'Video not found.');
  if (statusOf(video, call, context) !== 'completed') return failure(404, 'The video is not ready yet.');
  const answer = serveRange(videoOf(video.id), 'video/mp4', call.headers);
  const disposition = `attachment; filename="${video.id}.mp4"`;
  return { ...answer, headers: { ...answer.headers, 'content-disposition': disposition } };
}

interface EmbeddingRequest {
  readonly model: string;
  readonly input: string | readonly string[];
  readonly encoding_format?: 'float' | 'base64';
  readonly dimensions?: number;
}

const maxDimensions = 4096;

function createEmbedding(call: ApiCall, context: Context): Answer {
  const { model, input, encoding_format: format, dimensions = 384 } = fieldsOf<EmbeddingRequest>(call);
  if (dimensions < 1 || dimensions > maxDimensions)
    return refusedField('dimensions', `must be from 1 to ${maxDimensions}`);
  const texts = typeof input === 'string' ? [input] : input;
  if (texts.length === 0) return refusedField('input', 'must not be empty');
  const refusal = brokeAnswer(context, call.now);
  if (refusal) return refusal;
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text), 0);
  charge(context, model, call.now, { cost: tokens * prices.embeddingToken, promptTokens: tokens });
  const data = texts.map((text, index) => {
    const vector = embeddingOf(text, dimensions);
    const embedding = format === 'base64' ? base64(new Uint8Array(vector.buffer)) : Array.from(vector);
    return { object: 'embedding', index, embedding };
  });
  return { status: 200, body: { object: 'list', data, model, usage: { prompt_tokens: tokens, total_tokens: tokens } } };
}

export const mediaHandlers: Readonly<Record<string, Handler>> = {
  createImage,
  createVideo,
  getVideo: (call, context) => {
    const video = context.world.videos.get(call.path['id'] ?? '');
    if (!video) return failure(404, 'Video not found.');
    return { status: 200, body: { id: video.id, status: statusOf(video, call, context) } };
  },
  downloadVideo,
  createSpeech: (call, context) => {
    const {
      model,
      input,
      response_format: format = 'mp3',
    } = fieldsOf<{ model: string; input: string; response_format?: string }>(call);
    if (!['mp3', 'pcm', 'wav'].includes(format)) return refusedField('response_format', 'must be one of mp3, pcm, wav');
    if (input.trim() === '') return refusedField('input', 'must not be empty');
    const refusal = brokeAnswer(context, call.now);
    if (refusal) return refusal;
    charge(context, model, call.now, { cost: input.length * prices.character });
    const { type, bytes } = soundOf(input, format);
    return { status: 200, headers: { 'content-type': type }, body: bytes };
  },
  createEmbedding,
};
