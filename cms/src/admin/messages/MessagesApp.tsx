import { Layouts, Page } from '@strapi/strapi/admin';
import { Tabs } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { opening } from '../desk/section-rights.ts';
import { useWords } from '../words/use-words.ts';
import { Deliveries } from './Deliveries.tsx';
import { MessageTexts } from './MessageTexts.tsx';

const tabs = ['deliveries', 'texts'] as const;

/** Messages: what went out, and what is written in them. */
export default function MessagesApp() {
  const { say } = useWords();
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'deliveries';
  const open = (next: string) => setSearch(next === 'deliveries' ? {} : { tab: next });
  return (
    <Page.Protect permissions={opening('settings')}>
      <Page.Main>
        <Page.Title>{say('messages.title')}</Page.Title>
        <Layouts.Header title={say('messages.title')} subtitle={say('messages.subtitle')} />
        <Layouts.Content>
          <Tabs.Root value={tab} onValueChange={open} variant="simple">
            <Tabs.List aria-label={say('messages.title')}>
              {tabs.map((one) => (
                <Tabs.Trigger key={one} value={one}>
                  {say(`messages.${one}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <Tabs.Content value={tab} style={{ paddingTop: '2rem' }}>
              {tab === 'texts' ? <MessageTexts /> : <Deliveries />}
            </Tabs.Content>
          </Tabs.Root>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
