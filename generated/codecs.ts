// Generated from openapi.json by codegen/. Do not edit; run npm run generate.

import type { Codec } from '../src/handwritten/core/operation.js';

export const chatContentPart: Codec = { names: { image_url: 'imageUrl' } };

export const chatMessage: Codec = {
  names: { reasoning_content: 'reasoningContent', tool_calls: 'toolCalls', tool_call_id: 'toolCallId' },
  fields: { content: { items: chatContentPart } },
};

export const chatStreamOptions: Codec = { names: { include_usage: 'includeUsage' } };

export const chatResponseFormat: Codec = { names: { json_schema: 'jsonSchema' } };

export const chatCompletionParams: Codec = {
  names: {
    max_tokens: 'maxTokens',
    top_p: 'topP',
    frequency_penalty: 'frequencyPenalty',
    presence_penalty: 'presencePenalty',
    stream_options: 'streamOptions',
    tool_choice: 'toolChoice',
    parallel_tool_calls: 'parallelToolCalls',
    response_format: 'responseFormat',
  },
  fields: { messages: { items: chatMessage }, streamOptions: chatStreamOptions, responseFormat: chatResponseFormat },
};

export const chatChoice: Codec = { names: { finish_reason: 'finishReason' }, fields: { message: chatMessage } };

export const chatUsage: Codec = {
  names: { prompt_tokens: 'promptTokens', completion_tokens: 'completionTokens', total_tokens: 'totalTokens' },
};

export const chatCompletion: Codec = { fields: { choices: { items: chatChoice }, usage: chatUsage } };

export const chatDelta: Codec = { names: { reasoning_content: 'reasoningContent', tool_calls: 'toolCalls' } };

export const chatChunkChoice: Codec = { names: { finish_reason: 'finishReason' }, fields: { delta: chatDelta } };

export const chatCompletionChunk: Codec = { fields: { choices: { items: chatChunkChoice }, usage: chatUsage } };

export const imageGenerationParams: Codec = {
  names: {
    aspect_ratio: 'aspectRatio',
    num_inference_steps: 'numInferenceSteps',
    response_format: 'responseFormat',
    negative_prompt: 'negativePrompt',
    input_image: 'inputImage',
    input_images: 'inputImages',
    start_image: 'startImage',
    control_image: 'controlImage',
    prompt_strength: 'promptStrength',
  },
};

export const imageData: Codec = { names: { b64_json: 'b64Json', revised_prompt: 'revisedPrompt' } };

export const imageGeneration: Codec = { fields: { data: { items: imageData } } };

export const videoGenerationParams: Codec = {
  names: {
    duration_seconds: 'durationSeconds',
    aspect_ratio: 'aspectRatio',
    negative_prompt: 'negativePrompt',
    image_url: 'imageUrl',
    input_image: 'inputImage',
    input_images: 'inputImages',
    start_image: 'startImage',
    control_image: 'controlImage',
  },
};

export const ttsParams: Codec = { names: { response_format: 'responseFormat' } };

export const transcribeParams: Codec = { names: { response_format: 'responseFormat' } };

export const embeddingParams: Codec = { names: { encoding_format: 'encodingFormat' } };

export const embeddingUsage: Codec = { names: { prompt_tokens: 'promptTokens', total_tokens: 'totalTokens' } };

export const embeddingList: Codec = { fields: { usage: embeddingUsage } };

export const modelPricing: Codec = { names: { input_cache_read: 'inputCacheRead' } };

export const model: Codec = {
  names: {
    context_length: 'contextLength',
    max_output_length: 'maxOutputLength',
    output_modalities: 'outputModalities',
  },
  fields: { pricing: modelPricing },
};

export const modelList: Codec = { fields: { data: { items: model } } };

export const instance: Codec = {
  names: {
    gpu_type: 'gpuType',
    gpu_count: 'gpuCount',
    cpu_cores: 'cpuCores',
    os_image: 'osImage',
    cost_per_hour: 'costPerHour',
    deployed_at: 'deployedAt',
    created_at: 'createdAt',
    updated_at: 'updatedAt',
  },
};

export const instanceCreateParams: Codec = {
  names: {
    gpu_type: 'gpuType',
    instance_type_id: 'instanceTypeId',
    gpu_count: 'gpuCount',
    cpu_cores: 'cpuCores',
    ssh_key_id: 'sshKeyId',
    env_vars: 'envVars',
    startup_commands: 'startupCommands',
    storage_id: 'storageId',
    launch_script: 'launchScript',
    launch_script_base64: 'launchScriptBase64',
  },
  fields: { envVars: { pairs: true } },
};

export const instanceType: Codec = {
  names: {
    gpu_type: 'gpuType',
    gpu_count: 'gpuCount',
    cpu_cores: 'cpuCores',
    memory_gb: 'memoryGb',
    storage_gb: 'storageGb',
    deployment_type: 'deploymentType',
    hourly_rate: 'hourlyRate',
  },
};

export const environment: Codec = {
  names: { is_default: 'isDefault', created_at: 'createdAt', updated_at: 'updatedAt' },
};

export const environmentUpdateParams: Codec = { names: { is_default: 'isDefault' } };

export const sshKey: Codec = { names: { created_at: 'createdAt', last_used: 'lastUsed', project_id: 'projectId' } };

export const sshKeyCreateParams: Codec = { names: { public_key: 'publicKey' } };

export const storageVolume: Codec = {
  names: {
    size_gb: 'sizeGb',
    provider_type: 'providerType',
    deployment_id: 'deploymentId',
    mount_path: 'mountPath',
    cost_per_hour: 'costPerHour',
    project_id: 'projectId',
    created_at: 'createdAt',
    updated_at: 'updatedAt',
  },
};

export const storageCreateParams: Codec = { names: { size_gb: 'sizeGb' } };

export const storageResizeParams: Codec = { names: { size_gb: 'sizeGb' } };

export const storageDeleteResult: Codec = { names: { refund_amount: 'refundAmount' } };

export const template: Codec = { names: { created_at: 'createdAt' } };

export const balance: Codec = { names: { credits_balance: 'creditsBalance', active_usage_cost: 'activeUsageCost' } };

export const transaction: Codec = { names: { project_id: 'projectId', created_at: 'createdAt' } };

export const usageSummary: Codec = {
  names: {
    total_requests: 'totalRequests',
    total_prompt_tokens: 'totalPromptTokens',
    total_completion_tokens: 'totalCompletionTokens',
    total_tokens: 'totalTokens',
    total_cost: 'totalCost',
  },
};
