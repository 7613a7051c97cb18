import { useEffect, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { Button, Dialog, Loader, Typography } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { useWords } from '../words/use-words.ts';
import { previewQuery, previewSpan, type Preview, type ScheduleForm } from './departure-preview.ts';

const scheduleType = 'api::catalog.schedule';

type ActionProps = { model: string; documentId?: string; document?: ScheduleForm; activeTab?: string };

/** A button on a schedule's form: makes its departures now, after saying how many the rule gives. */
export function CreateDepartures({ model, documentId, document }: ActionProps) {
  const { say } = useWords();
  if (model !== scheduleType || !documentId || !document) return null;
  return {
    label: say('departures.create'),
    icon: <Calendar />,
    position: ['panel'],
    variant: 'secondary',
    disabled: document.active === false,
    dialog: {
      type: 'modal',
      title: say('departures.question'),
      content: <PreviewText schedule={document} />,
      footer: ({ onClose }: { onClose: () => void }) => <Confirm {...{ documentId, onClose }} />,
    },
  };
}

CreateDepartures.type = 'create-departures';
CreateDepartures.position = 'panel';

type Counted = Preview | 'counting' | 'unclear';

function PreviewText({ schedule }: { schedule: ScheduleForm }) {
  const { say, tag } = useWords();
  const preview = usePreview(schedule);
  if (preview === 'counting') return <Loader>{say('departures.counting')}</Loader>;
  if (preview === 'unclear') return <Typography>{say('departures.unclear')}</Typography>;
  if (preview.total === 0) return <Typography>{say('departures.none')}</Typography>;
  return (
    <Typography>
      {say('departures.preview', { total: preview.total, ...previewSpan(preview, tag) })}
    </Typography>
  );
}

function usePreview(schedule: ScheduleForm): Counted {
  const { get } = useFetchClient();
  const [preview, setPreview] = useState<Counted>('counting');
  useEffect(() => {
    const query = previewQuery(schedule);
    if (!query) return setPreview('unclear');
    get<{ data: Preview }>(`/api/admin/catalog/departures-preview?${query}`).then(
      ({ data }) => setPreview(data.data),
      () => setPreview('unclear'),
    );
  }, [get, schedule]);
  return preview;
}

function Confirm({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { say } = useWords();
  const { making, make } = useMaking({ documentId, onClose });
  return (
    <Dialog.Footer>
      <Button variant="tertiary" fullWidth onClick={onClose} disabled={making}>
        {say('access.cancel')}
      </Button>
      <Button fullWidth onClick={make} loading={making}>
        {say('departures.create')}
      </Button>
    </Dialog.Footer>
  );
}

type Made = { made: number; collided: number };

function useMaking({ documentId, onClose }: { documentId: string; onClose: () => void }) {
  const { post } = useFetchClient();
  const { say } = useWords();
  const { toggleNotification } = useNotification();
  const [making, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    try {
      const { data } = await post<{ data: Made }>(`/api/admin/schedules/${documentId}/departures`);
      const { made, collided } = data.data;
      toggleNotification({ type: 'success', message: say('departures.made', { made }) });
      if (collided > 0)
        toggleNotification({ type: 'warning', message: say('departures.collided', { collided }) });
    } catch (error) {
      toggleNotification({
        type: 'danger',
        message: error instanceof Error ? error.message : say('departures.unclear'),
      });
    }
    onClose();
  };
  return { making, make };
}
