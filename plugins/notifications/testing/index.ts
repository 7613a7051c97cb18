export { channelCases } from './channel-cases.ts';
export type { ChannelUnderTest } from './channel-cases.ts';
export { fakeChannel, fakeWorld } from './fake-channel.ts';
export type { FakeWorld } from './fake-channel.ts';
