import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** What starts a browser. */
interface Found {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of the machine when there is one, else the one that npm brought (Linux x64); ANNEXE_CHROMIUM=npm asks for that one. */
export async function launchChromium(): Promise<Browser> {
  const wanted = process.env['ANNEXE_CHROMIUM'] === 'npm' ? null : installed();
  const { executablePath, env } = wanted ?? packed();
  return chromium.launch({
    executablePath,
    env: { ...ownEnvironment(), ...env },
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars'],
  });
}

function installed(): Found | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of NAMES) {
      const executablePath = join(folder, name);
      if (isExecutable(executablePath)) return { executablePath, env: {} };
    }
  }
  return null;
}

/**
 * @sparticuz/chromium inflates itself in the temporary folder. Its own launch options are left aside: they disable web security
 * and run everything in one process.
 */
function packed(): Found {
  // An ES module, which Jest's loader cannot import: Node is asked for it.
  const ask = `import('@sparticuz/chromium').then(({ default: it }) => it.executablePath()).then((path) => console.log(path))`;
  // The package brings the system's libraries (NSS) only where it thinks that it runs at Amazon's.
  const env = { ...ownEnvironment(), AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  const executablePath = execFileSync(process.execPath, ['-e', ask], { env, encoding: 'utf8' }).trim();
  return {
    executablePath,
    env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'), FONTCONFIG_FILE: fontConfiguration() },
  };
}

/** Without it, text is blank wherever the temporary folder is not the one that the package was built for. */
function fontConfiguration(): string {
  const folder = join(tmpdir(), 'annexe-fonts');
  const file = join(folder, 'fonts.conf');
  if (!existsSync(file)) {
    mkdirSync(join(folder, 'cache'), { recursive: true });
    const fonts = join(tmpdir(), 'fonts', 'fonts');
    writeFileSync(
      file,
      `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
    );
  }
  return file;
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
