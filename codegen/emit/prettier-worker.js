import { format } from 'prettier';
import { replyWith } from './replies.js';

replyWith(({ text, options }) => format(text, JSON.parse(options)));
