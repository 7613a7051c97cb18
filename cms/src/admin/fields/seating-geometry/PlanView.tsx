import { Box, Flex, Status, Tabs, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { useWords } from '../../words/use-words.ts';
import { planProblems, type DrawnDeck, type Plan, type ZoneLegend } from './plan.ts';

const shownProblems = 5;

/** The decks of a plan as tabs, its zones, how much it holds and what is wrong with it. */
export function PlanView({ plan, value }: { plan: Plan | null; value: unknown }) {
  const { say, locale } = useWords();
  if (!value) return <Empty text={say('seating.empty')} />;
  const problems = plan ? plan.problems : planProblems(value, locale);
  return (
    <Box borderColor="neutral200" borderStyle="solid" borderWidth="1px" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {plan && <Decks decks={plan.decks} />}
        {plan && <Legend plan={plan} />}
        <Verdict problems={problems} />
      </Flex>
    </Box>
  );
}

function Empty({ text }: { text: string }) {
  return (
    <Flex background="neutral100" hasRadius padding={6} justifyContent="center">
      <Typography textColor="neutral600">{text}</Typography>
    </Flex>
  );
}

function Decks({ decks }: { decks: DrawnDeck[] }) {
  return (
    <Tabs.Root defaultValue={decks[0]?.id} variant="simple">
      <Tabs.List aria-label={decks.map((deck) => deck.name).join(', ')}>
        {decks.map((deck) => (
          <Tabs.Trigger key={deck.id} value={deck.id}>
            {deck.name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {decks.map((deck) => (
        <Tabs.Content key={deck.id} value={deck.id}>
          <DeckPicture deck={deck} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

function DeckPicture({ deck }: { deck: DrawnDeck }) {
  const { say } = useWords();
  return (
    <Flex direction="column" alignItems="center" gap={2} paddingTop={4}>
      <img src={deck.picture} alt={deck.name} style={{ maxWidth: '100%', maxHeight: '88rem' }} />
      <Typography variant="pi" textColor="neutral600">
        {say('seating.places', { count: deck.places })}
      </Typography>
    </Flex>
  );
}

function Legend({ plan }: { plan: Plan }) {
  const { say } = useWords();
  return (
    <Flex gap={4} wrap="wrap">
      {plan.zones.map((zone) => (
        <ZoneMark key={zone.id} zone={zone} />
      ))}
      <Typography fontWeight="semiBold">
        {say('seating.capacity', { places: say('seating.places', { count: plan.places }) })}
      </Typography>
      {plan.accessible > 0 && (
        <Typography textColor="neutral600">
          {say('seating.accessible', { count: plan.accessible })}
        </Typography>
      )}
    </Flex>
  );
}

function ZoneMark({ zone }: { zone: ZoneLegend }) {
  return (
    <Flex gap={2}>
      <Box
        width="1.6rem"
        height="1.6rem"
        hasRadius
        style={{ background: zone.tint }}
        borderColor="neutral500"
      />
      <Typography>
        {zone.name} · {zone.places}
      </Typography>
    </Flex>
  );
}

function Verdict({ problems }: { problems: string[] }) {
  const { say } = useWords();
  const fine = problems.length === 0;
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Status variant={fine ? 'success' : 'warning'} size="S">
        <Flex gap={2}>
          {fine ? <CheckCircle aria-hidden /> : <WarningCircle aria-hidden />}
          <Typography fontWeight="semiBold">
            {fine ? say('seating.fine') : say('seating.problems', { count: problems.length })}
          </Typography>
        </Flex>
      </Status>
      {!fine && <Problems problems={problems} />}
    </Flex>
  );
}

function Problems({ problems }: { problems: string[] }) {
  const { say } = useWords();
  const rest = problems.length - shownProblems;
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
      {problems.slice(0, shownProblems).map((problem) => (
        <Typography key={problem} tag="li">
          {problem}
        </Typography>
      ))}
      {rest > 0 && <Typography tag="li">{say('seating.moreProblems', { count: rest })}</Typography>}
    </Flex>
  );
}
