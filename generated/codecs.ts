// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Codec } from '../src/handwritten/core/operation/operation.js';

export const chatUsage: Codec = { snake: ['promptTokens', 'completionTokens', 'totalTokens'] };

export const instance: Codec = {
  snake: ['gpuType', 'gpuCount', 'cpuCores', 'osImage', 'costPerHour', 'deployedAt', 'createdAt', 'updatedAt'],
};

export const environment: Codec = { snake: ['isDefault', 'createdAt', 'updatedAt'] };

export const sshKey: Codec = { snake: ['createdAt', 'lastUsed', 'projectId'] };

export const storageVolume: Codec = {
  snake: ['sizeGb', 'providerType', 'deploymentId', 'mountPath', 'costPerHour', 'projectId', 'createdAt', 'updatedAt'],
};
