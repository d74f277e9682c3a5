import { ApiObject, type Session } from './apiObject';
import type { Result } from '../calculator';

/** What the add-in asks of its own runtime, and what the test may look at. */
export interface AddinState {
  /** The pane is shown, or the add-in runs without it. */
  visibility: 'Visible' | 'Background';
  /** "Background": the add-in starts with the workbook. Kept in the file. */
  startup: 'Background' | 'Inactive';
}

class AppRuntimeService extends ApiObject {
  override readonly $api = 'AppRuntimeService';

  constructor(
    session: Session,
    private readonly state: AddinState,
    private readonly changed: () => void,
  ) {
    super(session);
  }

  setAppRuntimeState(value: AddinState['visibility']): void {
    this.state.visibility = value;
    this.changed();
  }

  getAppRuntimeState(): string {
    return this.state.visibility;
  }
}

class AppRuntimePersistenceService extends ApiObject {
  override readonly $api = 'AppRuntimePersistenceService';

  constructor(
    session: Session,
    private readonly state: AddinState,
  ) {
    super(session);
  }

  setAppRuntimeStartState(value: AddinState['startup']): void {
    this.state.startup = value;
  }

  getAppRuntimeStartState(): string {
    return this.state.startup;
  }
}

class AddinInternalService extends ApiObject {
  override readonly $api = 'AddinInternalService';

  constructor(
    session: Session,
    private readonly ready: () => void,
  ) {
    super(session);
  }

  notifyActionHandlerReady(): void {
    this.ready();
  }
}

class CustomFunctions extends ApiObject {
  override readonly $api = 'CustomFunctions';

  constructor(
    session: Session,
    private readonly functions: FunctionHost,
  ) {
    super(session);
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.functions.ready();
  }

  setInvocationResults(results: readonly Result[]): void {
    this.functions.results(results);
  }

  setInvocationArrayResults(results: readonly Result[]): void {
    this.functions.results(results);
  }
}

class CustomFunctionsContainer extends ApiObject {
  override readonly $api = 'CustomFunctionsContainer';

  constructor(
    session: Session,
    private readonly functions: FunctionHost,
  ) {
    super(session);
  }

  get customFunctions(): ApiObject {
    return new CustomFunctions(this.$session, this.functions);
  }
}

/** What Excel does when a service is called. */
export interface Services {
  readonly functions: FunctionHost;
  readonly visibilityChanged: () => void;
  readonly actionsReady: () => void;
}

export interface FunctionHost {
  ready(): void;
  results(list: readonly Result[]): void;
}

/** The services beside the workbook, by the name that the genuine office.js gives them. */
export function serviceOf(
  name: string,
  session: Session,
  state: AddinState,
  { functions, visibilityChanged, actionsReady }: Services,
): ApiObject | null {
  if (name === 'Microsoft.AppRuntime.AppRuntimeService')
    return new AppRuntimeService(session, state, visibilityChanged);
  if (name === 'Microsoft.AppRuntime.AppRuntimePersistenceService')
    return new AppRuntimePersistenceService(session, state);
  if (name === 'Microsoft.InternalService.AddinInternalService') return new AddinInternalService(session, actionsReady);
  if (name === 'Microsoft.ExcelServices.CustomFunctions') return new CustomFunctions(session, functions);
  if (name === '') return new CustomFunctionsContainer(session, functions);
  return null;
}

/** The classes that belong to the library's inside and are not declared for add-ins. */
export const INTERNAL = [
  'AppRuntimeService',
  'AppRuntimePersistenceService',
  'AddinInternalService',
  'CustomFunctions',
  'CustomFunctionsContainer',
];
