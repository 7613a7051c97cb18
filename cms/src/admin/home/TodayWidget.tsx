import { useAuth, Widget } from '@strapi/strapi/admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { foreignClock, wallTime } from '../fields/zoned-time/wall-time.ts';
import { Figures, StateCell } from '../lists/cells/Cells.tsx';
import { fieldWords } from '../words/type-words.ts';
import { useWords } from '../words/use-words.ts';
import { homeAccess } from './home-access.ts';
import { useHome, type HomeDeparture } from './home-data.ts';

const departureType = 'api::catalog.event';
const listPath = `/content-manager/collection-types/${departureType}`;
const minuteMilliseconds = 60_000;
// The body of a widget is as high as five rows.
const rows = 5;

/** Stands on everyone's home page: it tells whoever has no section yet why there is nothing to see. */
export default function TodayWidget() {
  const { say } = useWords();
  const isLoading = useAuth('TodayWidget', (auth) => auth.isLoading);
  const permissions = useAuth('TodayWidget', (auth) => auth.permissions);
  if (isLoading) return <Widget.Loading />;
  const access = homeAccess(permissions);
  if (access === 'noSection') return <Widget.NoData>{say('home.noSection')}</Widget.NoData>;
  return access === 'departures' ? <Timetable /> : <Widget.NoPermissions />;
}

/** The departures of today that have not ended. */
function Timetable() {
  const { say } = useWords();
  const home = useHome();
  if (home.state === 'loading') return <Widget.Loading />;
  if (home.state === 'failed') return <Widget.Error>{say('home.failed')}</Widget.Error>;
  const { today } = home.value;
  if (today.length === 0) return <Widget.NoData>{say('home.noneToday')}</Widget.NoData>;
  const shown = today.length > rows ? rows - 1 : rows;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch">
      {today.slice(0, shown).map((departure) => (
        <Departure key={departure.id} departure={departure} />
      ))}
      {today.length > shown && (
        <Box tag="li" paddingTop={3}>
          <Typography tag={Link} to={listPath} variant="pi" textColor="primary600">
            {say('home.more', { count: today.length - shown })}
          </Typography>
        </Box>
      )}
    </Flex>
  );
}

const Row = styled(Link)`
  display: grid;
  grid-template-columns: 4.8rem minmax(0, 1fr) auto;
  gap: 1.2rem;
  align-items: center;
  padding: 0.7rem 0;
  text-decoration: none;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};

  &:hover span:first-of-type {
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

function Departure({ departure }: { departure: HomeDeparture }) {
  const { locale } = useWords();
  return (
    <li>
      <Row to={`${listPath}/${departure.id}`}>
        <Typography variant="delta" fontWeight="bold" tag="span">
          <Figures>{wallTime(departure.startAt, departure.timezone).time}</Figures>
        </Typography>
        <Flex direction="column" alignItems="stretch" minWidth={0} tag="span">
          <Typography tag="span" ellipsis fontWeight="semiBold" textColor="neutral800">
            {departure.activity?.[locale] ?? '—'}
          </Typography>
          <Where departure={departure} />
        </Flex>
        <StateCell value={departure.state} options={fieldWords(departureType, 'state')?.options ?? {}} />
      </Row>
    </li>
  );
}

function Where({ departure }: { departure: HomeDeparture }) {
  const { locale } = useWords();
  const late = useLateness(departure);
  const { berth, vessel, startAt, timezone } = departure;
  const where = [berth?.[locale], vessel?.[locale], foreignClock(startAt, timezone)].filter(Boolean);
  return (
    <Typography tag="span" ellipsis variant="pi" textColor="neutral600">
      {late && (
        <Typography tag="span" variant="pi" fontWeight="semiBold" textColor="warning700">
          {late}
          {where.length > 0 && ' · '}
        </Typography>
      )}
      {where.join(' · ')}
    </Typography>
  );
}

/** When it really leaves; nothing for a departure that is on time. */
function useLateness({ startAt, timezone, delayMinutes, state }: HomeDeparture): string {
  const { say } = useWords();
  if (delayMinutes === 0 || state === 'cancelled') return '';
  const leaves = new Date(Date.parse(startAt) + delayMinutes * minuteMilliseconds);
  return say('home.late', { time: wallTime(leaves, timezone).time });
}
