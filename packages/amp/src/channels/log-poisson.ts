/** From here on Stirling's series is exact to the last digit. */
const FAR = 16;

/** log of exp(y z - exp(z))/y!, around its largest value, at z = log y: what is large there cancels. Between integers by y! = Gamma(y + 1). */
export function logPoisson(y: number, z: number): number {
  if (y === 0) return -Math.exp(z);
  const distance = z - Math.log(y);
  return -y * (Math.expm1(distance) - distance) + logLargest(y);
}

/** log(y^y exp(-y)/y!), below 16 from that of a larger number an integer away. */
function logLargest(y: number): number {
  if (y < FAR) {
    let product = 1;
    let far = y;
    while (far < FAR) product *= ++far;
    return logLargest(far) + Math.log(product) + y * Math.log(y) - far * Math.log(far) + (far - y);
  }
  const u = 1 / (y * y);
  const series = 1 / 12 - u * (1 / 360 - u * (1 / 1260 - u * (1 / 1680 - u / 1188)));
  return -Math.log(2 * Math.PI * y) / 2 - series / y;
}
