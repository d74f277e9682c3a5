/** The version of package.json; webpack writes it in. */
declare const ANNEXE_VERSION: string;
