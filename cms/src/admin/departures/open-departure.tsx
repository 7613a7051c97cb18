import { User } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useMay } from '../desk/use-may.ts';
import { useWords } from '../words/use-words.ts';

const eventType = 'api::catalog.event';

type ActionProps = { model: string; documentId?: string };

/** On the form of a departure: leads to who is on it, and to what its form refuses once it was sold. */
export function OpenDeparture({ model, documentId }: ActionProps) {
  const { say } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  if (model !== eventType || !documentId || !may('orders', 'view')) return null;
  return {
    label: say('sailing.open'),
    icon: <User />,
    position: ['panel'],
    variant: 'secondary',
    onClick: () => navigate(`/departures/${documentId}`),
  };
}

OpenDeparture.type = 'open-departure';
OpenDeparture.position = 'panel';
