import { Widget } from '@strapi/strapi/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../words/use-words.ts';
import { useHome, type HomeDay } from './home-data.ts';

/** Today and the six days after it: how much sails and how many places that is. */
export default function WeekWidget() {
  const { say } = useWords();
  const home = useHome();
  if (home.state === 'loading') return <Widget.Loading />;
  if (home.state === 'failed') return <Widget.Error>{say('home.failed')}</Widget.Error>;
  const { days } = home.value;
  const busiest = Math.max(1, ...days.map(({ places }) => places));
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingTop={2}>
      {days.map((day, index) => (
        <Day key={day.date} day={day} share={day.places / busiest} today={index === 0} />
      ))}
    </Flex>
  );
}

const DayRow = styled.li`
  display: grid;
  grid-template-columns: 10.4rem minmax(3rem, 1fr) 17rem;
  gap: 1.2rem;
  align-items: center;

  /* On a phone there is room for the numbers or for the bar. */
  @media (max-width: 30em) {
    grid-template-columns: auto 1fr;
    gap: 0.8rem;

    & * {
      font-size: 1.3rem;
      white-space: nowrap;
    }

    & > :nth-child(2) {
      display: none;
    }
  }
`;

const Bar = styled(Box)<{ $share: number }>`
  height: 0.8rem;
  border-radius: 0.4rem;
  width: ${({ $share }) => `${Math.round($share * 100)}%`};
  background: ${({ theme }) => theme.colors.primary600};
`;

function Day({ day, share, today }: { day: HomeDay; share: number; today: boolean }) {
  const { say, tag } = useWords();
  return (
    <DayRow>
      <Typography fontWeight={today ? 'bold' : 'regular'} textColor="neutral800">
        {dayName(day.date, tag)}
      </Typography>
      <Box background="neutral150" style={{ borderRadius: '0.4rem' }} aria-hidden>
        <Bar $share={share} />
      </Box>
      <Typography
        textColor="neutral800"
        style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'right' }}
      >
        {say('home.departures', { count: day.departures })}
        <Typography tag="span" textColor="neutral600">
          {` · ${say('home.places', { count: day.places })}`}
        </Typography>
      </Typography>
    </DayRow>
  );
}

const dayName = (date: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(
    new Date(`${date}T00:00:00Z`),
  );
