type Asking = { params: { model: string; targetField: string }; state: { userAbility: Ability } };
type Ability = { can(action: string, subject: string, field: string): boolean };

const read = 'plugin::content-manager.explorer.read';

/** Whether the person may read the relation that the path names, on the type that has it. */
export default ({ params, state }: Asking): boolean =>
  state.userAbility.can(read, params.model, params.targetField);
