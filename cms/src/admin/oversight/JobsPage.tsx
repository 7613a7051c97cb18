import { Layouts, Page } from '@strapi/strapi/admin';
import { opening } from '../desk/section-rights.ts';
import { useWords } from '../words/use-words.ts';
import { DeadJobs } from './DeadJobs.tsx';

/** Settings: what was not done after all attempts. */
export default function JobsPage() {
  const { say } = useWords();
  return (
    <Page.Protect permissions={opening('settings')}>
      <Page.Main>
        <Page.Title>{say('jobs.title')}</Page.Title>
        <Layouts.Header title={say('jobs.title')} subtitle={say('jobs.lead')} />
        <Layouts.Content>
          <DeadJobs />
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
