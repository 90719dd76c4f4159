// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Codec } from '../src/handwritten/core/operation/operation.js';

export const chatFunction: Codec = { required: ['name'] };

export const chatToolChoiceFunction: Codec = { required: ['name'] };

export const chatAnnotation: Codec = {
  snake: ['urlCitation'],
  fields: { urlCitation: { snake: ['startIndex', 'endIndex'] } },
};

export const chatAudio: Codec = { snake: ['expiresAt'] };

export const chatTokenLogprob: Codec = { snake: ['topLogprobs'] };

export const chatLogprobs: Codec = {
  fields: { content: { items: chatTokenLogprob }, refusal: { items: chatTokenLogprob } },
};

export const chatUsage: Codec = {
  snake: ['promptTokens', 'completionTokens', 'totalTokens', 'promptTokensDetails', 'completionTokensDetails'],
  fields: {
    promptTokensDetails: { snake: ['cachedTokens', 'audioTokens'] },
    completionTokensDetails: {
      snake: ['reasoningTokens', 'audioTokens', 'acceptedPredictionTokens', 'rejectedPredictionTokens'],
    },
  },
};

export const instance: Codec = {
  snake: ['gpuType', 'gpuCount', 'cpuCores', 'osImage', 'costPerHour', 'deployedAt', 'createdAt', 'updatedAt'],
};

export const environment: Codec = { snake: ['isDefault', 'createdAt', 'updatedAt'] };

export const sshKey: Codec = { snake: ['createdAt', 'lastUsed', 'projectId'] };

export const storageVolume: Codec = {
  snake: ['sizeGb', 'providerType', 'deploymentId', 'mountPath', 'costPerHour', 'projectId', 'createdAt', 'updatedAt'],
};
