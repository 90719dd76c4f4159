export type { ChatReply, ChatRequest, ChatRequestMessage } from './chat-request.js';
export type { ChatAnswer, SimulatedChat } from './chat.js';
export type { Fault, FaultPlan, FaultSchedule } from './faults.js';
export type { InstanceView, SimulatedInstances } from './instances.js';
export type { Ledger, LedgerEntry } from './ledger.js';
export type { SimulatorOptions } from './settings.js';
export type { SimulatedRequest, Simulator, Snapshot } from './simulator.js';
export type { SimulatedTranscription, TranscriptionAnswer, TranscriptionRequest } from './transcription.js';
export type { VirtualClock } from './virtual-clock.js';
