import { mkdirSync, rmSync } from 'node:fs';
import { type Binaries, buildBinaries, cachedBinaries } from './binaries.ts';
import { components, startComponent } from './components.ts';
import { down, leftovers } from './down.ts';
import { installHostGuard, proveHostGuard, proveNodeGuard } from './guard.ts';
import { makeIdentities } from './identities.ts';
import { type ProgramImage, packProgram } from './image.ts';
import { importInto } from './import-image.ts';
import { makeCgroups, readSysctls } from './kernel-state.ts';
import { type KubeTools, kubeTools } from './kube-tools.ts';
import { Kubectl } from './kubectl.ts';
import { HOME, HOST_ADDRESS, inHome, KUBECONFIG, NODE_NAME, STATE_FILE } from './layout.ts';
import { Ledger } from './ledger.ts';
import { configureNode } from './node/configure.ts';
import { PAUSE_IMAGE } from './node/container-runtime.ts';
import { DNS_IMAGE, dnsManifests } from './node/dns.ts';
import { policyEnforcerManifests } from './node/policy-enforcer.ts';
import { makeVolumes, storageManifests } from './node/storage.ts';
import { closeNodeNetwork, linkHost, refuseTakenRanges } from './node-network.ts';
import { addOutsideHost, OUTSIDE_HOSTS, OUTSIDE_NAMES } from './outside.ts';
import { installPackages, missingPackages } from './packages.ts';
import type { Progress } from './progress.ts';
import { Sandbox } from './sandbox.ts';
import { PROBE_IMAGE } from './selftest/pods.ts';
import { status } from './status.ts';

/** Makes the cluster, from whatever state the machine is in; a whole one that runs is left alone. */
export async function up(progress: Progress): Promise<void> {
  const before = Ledger.read(STATE_FILE);
  if ((await status()).state === 'up') {
    progress.line(`The cluster is already up. KUBECONFIG=${KUBECONFIG}`);
    return;
  }
  const missing = missingPackages();
  if (missing.length > 0) await progress.step(`install ${missing.join(', ')}`, () => installPackages(missing));
  const tools = await kubeTools((line) => progress.line(line));
  const binaries =
    cachedBinaries() ?? (await progress.step('compile Kubernetes (once; minutes)', () => buildBinaries()));
  // What an earlier cluster left when it was not taken down: its processes may be dead, its groups and tables are not.
  if (before || leftovers().length > 0) await progress.step('remove what is left of an earlier cluster', down);
  await start(progress, tools, binaries);
}

async function start(progress: Progress, tools: KubeTools, binaries: Binaries): Promise<void> {
  const { probe } = binaries;
  const kubectl = new Kubectl(tools);
  refuseTakenRanges();
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(HOME, { recursive: true, mode: 0o700 });
  const ledger = Ledger.create(STATE_FILE);
  ledger.saveSysctls(readSysctls());

  const sandbox = await progress.step('close the network, and prove that it is', async () => {
    installHostGuard();
    proveHostGuard(probe);
    const made = await Sandbox.create(ledger, probe);
    closeNodeNetwork(made);
    linkHost();
    proveNodeGuard(made, probe, HOST_ADDRESS);
    for (const host of OUTSIDE_HOSTS) await addOutsideHost(made, probe, host);
    return made;
  });
  await progress.step('make certificates and configuration', () => {
    makeIdentities();
    configureNode(binaries.announce);
    makeVolumes();
    makeCgroups();
  });
  const images = inHome('images');
  for (const component of components(binaries, kubectl)) {
    await progress.step(`start ${component.name}`, () => startComponent(sandbox, component));
    if (component.name === 'kube-apiserver')
      kubectl.apply([...policyEnforcerManifests(), ...storageManifests(), ...dnsManifests(OUTSIDE_NAMES)]);
    if (component.name === 'containerd') {
      for (const [name, image] of Object.entries(ownImages(binaries))) {
        packProgram(image, `${images}/${name}.tar`);
        importInto(sandbox, `${images}/${name}.tar`);
      }
    }
  }
  await progress.step('wait for the node and for DNS', () => {
    kubectl.run(['wait', '--for=create', `node/${NODE_NAME}`, '--timeout=60s']);
    kubectl.run(['wait', '--for=condition=Ready', `node/${NODE_NAME}`, '--timeout=60s']);
    kubectl.run(['-n', 'kube-system', 'rollout', 'status', 'deployment/coredns', '--timeout=90s']);
  });
  progress.line(`The cluster is up. KUBECONFIG=${KUBECONFIG}`);
}

function ownImages({ probe, coredns }: Binaries): Record<string, ProgramImage> {
  return {
    pause: { reference: PAUSE_IMAGE, program: probe, args: ['pause'] },
    probe: { reference: PROBE_IMAGE, program: probe, args: [] },
    coredns: { reference: DNS_IMAGE, program: coredns, args: [] },
  };
}
