import { Layouts, Page } from '@strapi/strapi/admin';
import { Tabs } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { useMay } from '../desk/use-may.ts';
import { DeadJobs } from '../oversight/DeadJobs.tsx';
import { useWords } from '../words/use-words.ts';
import { AttemptsList } from './AttemptsList.tsx';
import { InboxList } from './InboxList.tsx';

const tabs = ['attempts', 'inbox', 'dead'] as const;
type Tab = (typeof tabs)[number];

export function PaymentsPage() {
  const { say } = useWords();
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const offered = tabs.filter((tab) => tab !== 'dead' || may('settings', 'view'));
  const tab = offered.find((one) => one === search.get('tab')) ?? 'attempts';
  const open = (next: string) => setSearch(next === 'attempts' ? {} : { tab: next });
  return (
    <Page.Main>
      <Page.Title>{say('payments.title')}</Page.Title>
      <Layouts.Header title={say('payments.title')} />
      <Layouts.Content>
        <Tabs.Root value={tab} onValueChange={open} variant="simple">
          <Tabs.List aria-label={say('payments.title')}>
            {offered.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {say(`payments.${one}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value={tab} style={{ paddingTop: '2rem' }}>
            <TabBody tab={tab} />
          </Tabs.Content>
        </Tabs.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

function TabBody({ tab }: { tab: Tab }) {
  if (tab === 'inbox') return <InboxList />;
  return tab === 'dead' ? <DeadJobs begin="payments." /> : <AttemptsList />;
}
