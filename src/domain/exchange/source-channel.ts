import { CHANNELS, type Channel } from '../parties/company.kind';

/** How a program words the channel by which a customer came. */
export interface ChannelWords {
  /** Of each word that it may hold, in lower case, what it means. */
  readonly reads: Readonly<Partial<Record<string, Channel>>>;
  readonly writes: Readonly<Record<Channel, string>>;
}

/** What a cell says; undefined for words that name no channel of ours. */
export function channelIn(text: string, { reads }: ChannelWords): Channel | undefined {
  const word = text.trim().toLowerCase();
  return Object.hasOwn(reads, word) ? reads[word] : undefined;
}

/** What is written for a value of the field; nothing for what is none. */
export function channelWord(value: string, { writes }: ChannelWords): string {
  return isChannel(value) ? writes[value] : '';
}

export function isChannel(value: string): value is Channel {
  return CHANNELS.some((one) => one === value);
}
