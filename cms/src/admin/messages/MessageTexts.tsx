import { useEffect, useState } from 'react';
import { Page, useFetchClient } from '@strapi/strapi/admin';
import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Tabs,
  Typography,
} from '@strapi/design-system';
import { PaperPlane, Pencil } from '@strapi/icons';
import { Link, useSearchParams } from 'react-router-dom';
import { Failed } from '../desk/ListBody.tsx';
import { Panel } from '../desk/Panel.tsx';
import { Soft } from '../desk/Texts.tsx';
import { failureOf, useAnswer, type Answer } from '../desk/use-answer.ts';
import { useDeed } from '../desk/use-deed.ts';
import { useMay } from '../desk/use-may.ts';
import { locales, type Locale } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import type { Word } from '../words/word.ts';

type Definition = { name: string; title: Word; changed: boolean };
type Rendered = { subject: string; html: string; text: string };
type Preview = Record<Locale, Rendered>;

const editor = '/content-manager/collection-types/plugin::notifications.message-text';

/** The texts of messages as buyers see them, in each language; they are written in the Content Manager. */
export function MessageTexts() {
  const { answer, load } = useAnswer<{ data: Definition[] }>('/api/admin/messages/definitions');
  if (answer.state === 'loading') return <Page.Loading />;
  if (answer.state === 'failed') return <Failed failure={answer.failure} again={load} />;
  return <Texts definitions={answer.value.data} />;
}

function Texts({ definitions }: { definitions: Definition[] }) {
  const { say, locale } = useWords();
  const [search, setSearch] = useSearchParams();
  const chosen = definitions.find(({ name }) => name === search.get('message')) ?? definitions[0];
  const choose = (message: string | number) => setSearch({ tab: 'texts', message: String(message) });
  if (!chosen) return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
      <Box maxWidth="42rem">
        <Field.Root name="message">
          <Field.Label>{say('messages.choose')}</Field.Label>
          <SingleSelect value={chosen.name} onChange={choose}>
            {definitions.map(({ name, title, changed }) => (
              <SingleSelectOption key={name} value={name}>
                {changed ? `${title[locale]} (${say('messages.changed')})` : title[locale]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Box>
      <PreviewPanel key={chosen.name} definition={chosen} />
    </Flex>
  );
}

function usePreview(name: string): Answer<Preview> {
  const { post } = useFetchClient();
  const [answer, setAnswer] = useState<Answer<Preview>>({ state: 'loading' });
  useEffect(() => {
    post<{ data: Preview }>(`/api/admin/messages/definitions/${name}/preview`, {}).then(
      ({ data }) => setAnswer({ state: 'ready', value: data.data, stale: false }),
      (error: unknown) => setAnswer({ state: 'failed', failure: failureOf(error) }),
    );
  }, [post, name]);
  return answer;
}

function PreviewPanel({ definition }: { definition: Definition }) {
  const { say, locale } = useWords();
  const [language, setLanguage] = useState<Locale>(locale);
  const answer = usePreview(definition.name);
  return (
    <Panel
      title={say('messages.preview')}
      action={<TextActions definition={definition} language={language} />}
    >
      <Soft>{say('messages.previewNote')}</Soft>
      <Tabs.Root
        value={language}
        onValueChange={(next) => setLanguage(locales.find((one) => one === next) ?? locale)}
        variant="simple"
      >
        <Tabs.List aria-label={say('messages.language')}>
          {locales.map((one) => (
            <Tabs.Trigger key={one} value={one}>
              {say(`language.${one}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={language} style={{ paddingTop: '1.6rem' }}>
          {answer.state === 'loading' && <Page.Loading />}
          {answer.state === 'failed' && (
            <Typography textColor="danger600">{answer.failure.message}</Typography>
          )}
          {answer.state === 'ready' && <Letter rendered={answer.value[language]} />}
        </Tabs.Content>
      </Tabs.Root>
    </Panel>
  );
}

function Letter({ rendered }: { rendered: Rendered }) {
  const { say } = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography>
        <Typography textColor="neutral600">{`${say('messages.subjectLine')}: `}</Typography>
        <Typography fontWeight="bold">{rendered.subject}</Typography>
      </Typography>
      <Box hasRadius borderColor="neutral200" overflow="hidden">
        <iframe
          title={say('messages.html')}
          srcDoc={rendered.html}
          sandbox=""
          style={{ width: '100%', height: '64rem', border: 0, display: 'block', background: '#fff' }}
        />
      </Box>
    </Flex>
  );
}

function TextActions({ definition, language }: { definition: Definition; language: Locale }) {
  const { say } = useWords();
  const may = useMay();
  const { busy, run } = useDeed<{ to: string }>();
  if (!may('settings', 'act')) return null;
  const test = () =>
    run({
      path: `/api/admin/messages/definitions/${definition.name}/test`,
      body: { language },
      done: ({ to }) => say('messages.tested', { to }),
    });
  return (
    <Flex gap={2} wrap="wrap">
      <Button tag={Link} to={`${editor}?_q=${definition.name}`} variant="tertiary" startIcon={<Pencil />}>
        {say('messages.edit')}
      </Button>
      <Button variant="secondary" startIcon={<PaperPlane />} loading={busy} onClick={test}>
        {say('messages.test')}
      </Button>
    </Flex>
  );
}
