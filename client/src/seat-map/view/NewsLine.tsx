import { CircleAlert, Sparkles, X } from 'lucide-react';
import { namesOf } from '../model/names.ts';
import type { News } from '../model/state.ts';
import { type Seats, useSeats } from './seats-context.ts';

/** What has happened, for eyes and for screen readers. What others took is said quietly, what concerns one's own stays. */
export function NewsLine() {
  const seats = useSeats();
  const { state, actions, say } = seats;
  const { news } = state;
  const text = news ? textOf(news, seats) : '';
  const isQuiet = !news || news.kind === 'taken';
  return (
    <div className="news">
      <p role="status" className="unseen">
        {text}
      </p>
      {news && !isQuiet && (
        <div
          className={`notice ${news.kind === 'found' ? 'notice--good' : 'notice--warn'} news__notice`}
          data-news={news.kind}
        >
          {news.kind === 'found' ? (
            <Sparkles size={20} aria-hidden="true" />
          ) : (
            <CircleAlert size={20} aria-hidden="true" />
          )}
          <div className="news__text">
            <p aria-hidden="true">{text}</p>
            {news.kind === 'expired' && (
              <button type="button" className="button button--small" onClick={() => actions.take(news.seats)}>
                {say('news.again')}
              </button>
            )}
          </div>
          <button type="button" className="tool" onClick={actions.dismiss} aria-label={say('news.close')}>
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}

const fewEnoughToName = 3;

function textOf(news: News, { say, plan, locale }: Seats): string {
  if (news.kind === 'limit') return say('basket.limit');
  const places = namesOf(news.seats, { plan, say, locale });
  const count = news.seats.length;
  if (news.kind === 'found') return say('news.found', { places });
  if (news.kind === 'expired') return say('news.expired', { places });
  if (news.kind === 'taken')
    return count > fewEnoughToName ? say('news.takenMany', { count }) : say('news.taken', { count, places });
  if (news.code === 'SEAT_TAKEN' && places) return say('news.late', { places });
  return news.code === 'UNREACHABLE' ? say('news.unreachable') : news.message;
}
