import { readFileSync } from 'node:fs';
import { ask, demoAdministrator, letIn, listen, open, type Member } from './back-office.ts';
import { buryJob, colleague, orderTwoSeats, type PlacedOrder } from './desk.ts';

const stage: { administrator?: Member; manager?: Member } = {};
const administrator = (): Member => stage.administrator ?? { token: '', email: '' };
const manager = (): Member => stage.manager ?? { token: '', email: '' };

// Logging in is limited to a few times in five minutes.
beforeAll(async () => {
  stage.administrator = await demoAdministrator();
  stage.manager = await colleague(stage.administrator, {
    ...{ orders: 'act', refunds: 'act', payments: 'act' },
  });
});

const said = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first().waitFor();
const section = (name: string) => page.getByRole('region', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog');

const unique = Date.now().toString(36);
const customer = { fullName: `Анна ${unique}`, email: `anna-${unique}@example.org` };

async function markPaid(order: PlacedOrder): Promise<void> {
  const body = { method: 'cash', reference: 'slip 1', reason: 'Paid at the berth' };
  await ask(`/api/admin/orders/${order.id}/mark-paid`, { method: 'POST', token: manager().token, body });
}

describe('a manager at the desk', () => {
  it('finds an order, marks it paid, sees tickets and mail, refunds it, and reads it all in the history', async () => {
    const order = await orderTwoSeats(customer);
    await letIn(page.context(), manager());
    const noise = listen(page);
    await open(page, '/orders');
    await page
      .getByRole('textbox', { name: 'Поиск' })
      .or(page.getByRole('searchbox', { name: 'Поиск' }))
      .fill(customer.email);
    await page.keyboard.press('Enter');
    await page.getByText('1 заказ на').waitFor();
    expect(page.url()).toContain(encodeURIComponent(customer.email));
    await page.getByRole('link', { name: order.number }).click();
    await page.getByRole('heading', { name: `Заказ ${order.number}` }).waitFor();

    await button('Отметить оплаченным').click();
    await dialog().getByRole('button', { name: 'Деньги получены' }).click();
    await dialog().getByText('Заполните поле.').first().waitFor();
    await dialog().getByLabel('Номер ордера или перевода').fill('Ордер 17');
    await dialog().getByLabel('Причина').fill('Заплатили на причале');
    await dialog().getByRole('button', { name: 'Деньги получены' }).click();
    await said('Заказ оплачен');

    await section('Билеты').getByText('действует').first().waitFor();
    expect(await section('Билеты').getByText('действует').count()).toBe(2);
    await section('Письма').getByText('Отправлено').first().waitFor();
    const opened = page.context().waitForEvent('page');
    await section('Билеты').getByRole('button', { name: 'Все билеты, PDF' }).click();
    await (await opened).close();

    await button('Вернуть деньги').click();
    await dialog().getByText('Выбрать позиции').click();
    await dialog().getByRole('checkbox').first().click();
    await dialog().getByText('Один билет станет недействителен').waitFor();
    await dialog().getByLabel('Причина').fill('Заболел ребёнок');
    await dialog()
      .getByRole('button', { name: /^Вернуть \d/ })
      .click();
    await said(/Возврат .+ начат/);

    await section('Платежи').getByRole('button', { name: 'Деньги выданы' }).click();
    await dialog().getByLabel('Номер ордера или перевода').fill('Ордер 18');
    await dialog().getByRole('button', { name: 'Деньги выданы' }).click();
    await said('Возврат проведён');
    await section('Платежи').getByText('возвращён', { exact: true }).waitFor();
    await page.getByText('Возвращён частично').first().waitFor();
    await section('Билеты').getByText('недействителен').waitFor();

    const history = section('История');
    for (const sentence of [
      'Отмечен оплаченным: Наличные',
      'Оплачен: Наличные',
      /Запрошен возврат .+ по правилам/,
      'Деньги возвращены частично',
    ])
      await history.getByText(sentence).waitFor();
    await history.getByText('Ольга Смирнова').first().waitFor();
    expect(noise).toEqual({ foreign: [], errors: [] });
  });

  it('keeps the filters in the address, through a card and back', async () => {
    await letIn(page.context(), manager());
    await open(page, `/orders?q=${customer.email}&status=PARTIALLY_REFUNDED`);
    await page.getByText('1 заказ на').waitFor();
    await page.locator('main tbody tr').first().click();
    await page.getByRole('heading', { name: /^Заказ \d/ }).waitFor();
    await page.goBack();
    await page.getByText('1 заказ на').waitFor();
    expect(page.url()).toContain('status=PARTIALLY_REFUNDED');
    await button('Сбросить').first().click();
    expect(new URL(page.url()).search).toBe('');
  });

  it('cancels what is not paid, with a reason that stays', async () => {
    const order = await orderTwoSeats({ ...customer, email: `cancelled-${unique}@example.org` });
    await letIn(page.context(), manager());
    await open(page, `/orders/${order.id}`);
    await button('Отменить').click();
    await dialog().getByText('Места снова станут свободны').waitFor();
    await dialog().getByLabel('Причина').fill('Двойной заказ');
    await dialog().getByRole('button', { name: 'Отменить' }).click();
    await said('Заказ отменён');
    await page.getByText('Причина: Двойной заказ').waitFor();
    await section('История').getByText('Отменён: отменил сотрудник').waitFor();
  });

  it('sees a payment with its postings, found by the number of the order', async () => {
    const order = await orderTwoSeats({ ...customer, email: `ledger-${unique}@example.org` });
    await markPaid(order);
    await letIn(page.context(), manager());
    await open(page, '/payments');
    await page.getByLabel('Номер заказа').fill(order.number);
    await page.keyboard.press('Enter');
    // The filter writes itself into the address, which would undo a click that came before.
    await page.waitForURL(/payable=/);
    await page.getByRole('link', { name: order.number }).click();
    await page.getByRole('heading', { name: `Платёж по заказу ${order.number}` }).waitFor();
    await section('Проводки').getByText('Предоплата покупателей').waitFor();
    await section('Платёж').getByText('Ольга Смирнова').waitFor();
  });

  it('has no settings in the menu, and is not let in by the address either', async () => {
    await letIn(page.context(), manager());
    await open(page, '/orders');
    const menu = page.getByRole('navigation').first();
    await menu.getByRole('link', { name: 'Платежи' }).waitFor();
    expect(await menu.getByRole('link', { name: 'Сообщения' }).count()).toBe(0);
    for (const path of ['/messages', '/settings/audit-trail', '/settings/failed-jobs']) {
      await page.goto(`${house.url}/admin${path}`);
      await page
        .getByText(/нет прав|недостаточно прав|не открыт/i)
        .first()
        .waitFor();
    }
  });

  it.each([1440, 390])('reads the card of an order aloud at %d pixels', async (width) => {
    const { data } = await ask<{ data: { id: string }[] }>('/api/admin/orders?pageSize=1', manager());
    await letIn(page.context(), manager());
    await page.setViewportSize({ width, height: 900 });
    await open(page, `/orders/${data[0]?.id}`);
    await section('История').waitFor();
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const found = await page.evaluate<string[]>(
      "axe.run('main').then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(found).toEqual([]);
  });
});

describe('whoever looks after the house', () => {
  it('retries a failed job, and finds that in the audit trail', async () => {
    await buryJob(`schedule-${unique}`);
    await letIn(page.context(), administrator());
    await open(page, '/settings/failed-jobs');
    const row = page.locator('main tbody tr').filter({ hasText: `schedule-${unique}` });
    await row.getByText('the database went away').waitFor();
    await row.getByRole('button', { name: /^Повторить/ }).click();
    await said('Задача поставлена заново');
    await row.waitFor({ state: 'detached' });

    await open(page, '/settings/audit-trail');
    await page.getByRole('combobox', { name: 'Что сделано' }).click();
    await page.getByRole('option', { name: 'Повторил задачу' }).click();
    await page.locator('main tbody tr').first().getByText('Повторил задачу').waitFor();
    expect(page.url()).toContain('action=oversight.job.retried');
    await page
      .locator('main tbody tr')
      .filter({ hasNotText: 'Повторил задачу' })
      .first()
      .waitFor({ state: 'detached' });
  });

  it('looks at a message in three languages and sends it to themselves', async () => {
    await letIn(page.context(), administrator());
    await open(page, '/messages?tab=texts');
    const letter = page.frameLocator('iframe');
    for (const [tab, word] of [
      ['Русский', /адрес/],
      ['Английский', /address/],
      ['Китайский', /\p{Script=Han}{4}/u],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await letter.getByText(word).filter({ visible: true }).first().waitFor();
    }
    await button('Отправить себе').click();
    await said('Пробное письмо ушло');
  });
});
