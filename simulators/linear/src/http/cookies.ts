/** Reads one cookie (RFC 6265 §5.4). */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

/** A `Set-Cookie` value no script can read. Names start with `linear_sim_`: cookies of localhost ignore the port. */
export function cookie(name: `linear_sim_${string}`, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/oauth; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}`;
}
