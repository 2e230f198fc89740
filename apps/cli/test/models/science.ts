/** A command line, where a number stands in the JSON, and that number as the theory has it. */
type Row = readonly [line: string, path: string, value: number | null];

const both = (line: string, path: string, value: number): Row[] => [
  [line, `branches.uninformed.${path}`, value],
  [line, `branches.informed.${path}`, value],
];

const rademacher = "wigner --prior rademacher --delta";
const sparse = "wigner --prior sparse-rademacher:rho";
const gaussBernoulli = "gauss-bernoulli:rho=0.1,variance=10";
const modal = (Dm: number, Dt: number, alpha = "1,1,1,1"): string =>
  `multimodal --alpha ${alpha} --delta-matrix ${Dm} --delta-tensor ${Dt}`;
const un = "branches.uninformed.overlaps";
const inf = "branches.informed.overlaps";
const ml = "branches.maximumLikelihood.squaredOverlaps";
const mlInf = "branches.maximumLikelihoodInformed.squaredOverlaps";
const scl = "branches.sequential.squaredOverlaps";

function factors(line: string, path: string, values: readonly number[]): Row[] {
  return ["u", "v", "x", "y"].map((factor, k) => [line, `${path}.${factor}`, values[k]!]);
}

/** One vector: matrices and tensors. */
const single: Row[] = [
  ...both(`${rademacher} 0.9`, "overlaps.x", 0.106283302464),
  ...both(`${rademacher} 0.8`, "overlaps.x", 0.223790297955),
  ...both(`${rademacher} 0.5`, "overlaps.x", 0.618447509349),
  ...both(`${rademacher} 0.5`, "freeEntropy", 0.041285308705),
  ...both(`${rademacher} 0.25`, "overlaps.x", 0.916511011038),
  ...both(`${rademacher} 0.25`, "freeEntropy", 0.372964277081),
  ...both("wigner --delta 0.5", "overlaps.x", 0.5),
  [`${sparse}=0.1 --delta 0.9`, `${un}.x`, 0.417467413102],
  [`${sparse}=0.1 --delta 0.5`, `${un}.x`, 0.91013228406],
  [`wigner --prior ${gaussBernoulli} --delta 0.9`, `${un}.x`, 0.756379162727],
  [`wigner --prior ${gaussBernoulli} --delta 0.5`, `${un}.x`, 0.88356896824],
  [`${sparse}=0.05`, "thresholds.weakRecovery", 1],
  [`${sparse}=0.05`, "thresholds.informedSpinodal", 1.3861600694],
  [`${sparse}=0.05`, "thresholds.informationTheoretic", 1.3381340213],
  [`${sparse}=0.02`, "thresholds.informedSpinodal", 2.7296438689],
  [`${sparse}=0.02`, "thresholds.informationTheoretic", 2.5467650788],
  ["tensor", "thresholds.informedSpinodal", 0.25],
  ["tensor", "thresholds.informationTheoretic", 0.228972839057],
  ["tensor --order 4", "thresholds.informedSpinodal", 0.148148148148],
  ["tensor --order 4", "thresholds.informationTheoretic", 0.126524294622],
  ["tensor --order 5", "thresholds.informedSpinodal", 0.10546875],
  ["tensor --order 5", "thresholds.informationTheoretic", 0.085185466447],
  ["tensor --prior rademacher", "thresholds.informedSpinodal", 0.3097172593],
  ["tensor --prior rademacher", "thresholds.informationTheoretic", 0.2828684759],
  ["tensor --prior rademacher --order 4", "thresholds.informedSpinodal", 0.2301207797],
  ["tensor --prior rademacher --order 4", "thresholds.informationTheoretic", 0.1902724964],
  ["mixed --delta-matrix 0.7 --delta-tensor 1", `${un}.x`, 0.474546482928],
  ["mixed --delta-matrix 0.7 --delta-tensor 1", "branches.uninformed.freeEntropy", 0.013763892182],
  ["mixed --delta-matrix 0.9 --delta-tensor 0.5", `${un}.x`, 0.546163994158],
  ["mixed --delta-matrix 0.9 --delta-tensor 0.5", "branches.uninformed.freeEntropy", 0.015238082008],
  ["mixed --delta-matrix 1.1 --delta-tensor 0.15", `${inf}.x`, 0.847547154242],
  ["mixed --delta-matrix 1.1 --delta-tensor 0.15", "branches.informed.freeEntropy", 0.323052701226],
  ["mixed --delta-matrix 1.1", "thresholds.informedSpinodalTensor", 0.590342546121],
  ["mixed --delta-matrix 1.1", "thresholds.informationTheoreticTensor", 0.571382867269],
  ["mixed --delta-tensor 1", "thresholds.maximumLikelihoodMatrix", 0.61803398875],
  ["mixed --delta-tensor 1", "thresholds.gradientFlowMatrix", 0.5],
  ["mixed --delta-tensor 1", "thresholds.langevinMatrix", Math.SQRT1_2],
  ["mixed --delta-tensor 0.2", "thresholds.maximumLikelihoodMatrix", 0.358257569496],
  ["mixed --delta-tensor 0.2", "thresholds.gradientFlowMatrix", 0.270156211872],
  ["mixed --delta-tensor 0.2", "thresholds.langevinMatrix", 0.316227766017],
  ["mixed --delta-tensor 1 --order 4", "thresholds.gradientFlowMatrix", 0.434258545911],
];

/** Two vectors. */
const rectangular: Row[] = [
  ["rectangular --prior rademacher --delta 0.5", `${un}.u`, 0.618447509349],
  ["rectangular --prior rademacher --delta 1 --alpha 2", `${un}.u`, 0.389764463506],
  ["rectangular --prior rademacher --delta 1 --alpha 2", `${un}.v`, 0.29086389203],
  [`rectangular --prior ${gaussBernoulli} --delta 0.7`, `${un}.v`, 0.823643751028],
  ["rectangular --delta 0.8 --alpha 2", `${un}.u`, 0.485714285714],
  ["rectangular --delta 0.8 --alpha 2", `${scl}.v`, 0.377777777778],
  ["rectangular --delta 0.8 --alpha 2", "branches.sequential.singularValue", 2.244994432064],
  ["rectangular --delta 0.3 --alpha 0.5", `${scl}.u`, 0.5125],
  ["rectangular --delta 0.3 --alpha 0.5", "branches.sequential.singularValue", 1.019803902719],
];

function thresholdRows(
  Dt: number,
  c1: number,
  c2: number,
  ml1: number,
  ml2: number,
  alpha = "1,1,1,1",
): Row[] {
  const line = `multimodal --alpha ${alpha} --delta-tensor ${Dt}`;
  return [
    [line, "thresholds.c1", c1],
    [line, "thresholds.c2", c2],
    [line, "thresholds.maximumLikelihood1", ml1],
    [line, "thresholds.maximumLikelihood2", ml2],
    [line, "thresholds.sequential2", c2],
  ];
}

const odd = "1,2,0.5,0.75";

/** Paper 4's model. */
const multimodal: Row[] = [
  ...thresholdRows(0.5, 1, 0.5, 0.65729810613838, 0.34781038477993),
  ...thresholdRows(0.3, 1, 0.7, 0.58291091186456, 0.41303973372682),
  ...thresholdRows(0.25, 1, 0.75, 0.55669309503241, 0.41897216739318),
  ...thresholdRows(0.2, 1, 0.8, 0.52516571549229, 0.41839563778826),
  ...thresholdRows(0.1, 1, 0.9, 0.43310530112648, 0.38407539723846),
  ...thresholdRows(0.05, 1, 0.95, 0.35246779125006, 0.32961497588965),
  ...thresholdRows(0.2, Math.SQRT2, 1.00865179283073, 1.01285567225474, 0.74261364035236, odd),
  ["multimodal --delta-tensor 0.3", "thresholds.c3", 0.691426581995],
  ["multimodal --delta-tensor 0.3", "thresholds.informedSpinodal", 0.81623067988],
  ["multimodal --delta-tensor 0.3", "thresholds.informationTheoretic", 0.7584957912],
  ["multimodal --delta-tensor 0.2", "thresholds.c3", 0.798831735634],
  ["multimodal --delta-tensor 0.1", "thresholds.c3", 0.899941144251],
  ["multimodal --delta-tensor 0.1", "thresholds.tricriticalTensor", 0.343152234964],
  ["multimodal --delta-matrix 1.2", "thresholds.informationTheoreticTensor", 0.2537519498],
  ...factors(modal(0.7, 0.5), un, [0.3, 0.3, 0, 0]),
  ...factors(modal(0.3, 0.5), un, [0.71696849455, 0.705005610687, 0.3026192869, 0.3026192869]),
  ...factors(modal(0.3, 0.5), ml, [0.667158792045, 0.689813087088, 0.250553232661, 0.250553232661]),
  ...factors(modal(0.3, 0.5), scl, [0.7, 0.7, 0.285714285714, 0.285714285714]),
  [modal(0.3, 0.5), "branches.uninformed.freeEntropy", 0.319788074155],
  ...factors(modal(0.6, 0.2), un, [0.788682615014, 0.567935831044, 0.746412566738, 0.746412566738]),
  ...factors(modal(0.6, 0.2), ml, [0, 0, 0, 0]),
  ...factors(modal(0.6, 0.2), mlInf, [0.788679284908, 0.567934794937, 0.746411495995, 0.746411495995]),
  ...factors(modal(0.9, 0.2), un, [0.1, 0.1, 0, 0]),
  ...factors(modal(0.9, 0.2), inf, [0.763847495199, 0.459085040788, 0.738167629982, 0.738167629982]),
  [modal(0.9, 0.2), "branches.uninformed.freeEntropy", 0.000195039898],
  [modal(0.9, 0.2), "branches.informed.freeEntropy", 0.21604989095],
  ...factors(modal(0.5, 0.1), mlInf, [0.901759217492, 0.643305359608, 0.889105652529, 0.889105652529]),
  ...factors(modal(0.75, 0.3), inf, [0.569001002564, 0.431387846907, 0.472760155697, 0.472760155697]),
  ...factors(modal(1.2, 0.2), un, [0, 0, 0, 0]),
  [modal(1.2, 0.2), "branches.informed.freeEntropy", 0.171511417218],
  ...factors(modal(0.8, 0.2, odd), un, [0.587689920986, 0.423502334418, 0.475431824546, 0.411250841636]),
  ...factors(modal(0.8, 0.2, odd), ml, [0.258823529412, 0.244444444444, 0, 0]),
  ...factors(modal(0.8, 0.2, odd), scl, [0.485714285714, 0.377777777778, 0.353685778109, 0.300442757748]),
  ...factors(
    modal(0.3, 0.4, "1,0.5,2,1"),
    scl,
    [0.5125, 0.63076923076923, 0.39057801536919, 0.50021394950792],
  ),
];

/** Generalised linear models. */
const linear: Row[] = [
  ["glm --channel sign --alpha 1", `${un}.w`, 0.486263637016],
  ["glm --channel sign --alpha 2", `${un}.w`, 0.728298173971],
  ["glm --channel sign --alpha 4", `${un}.w`, 0.90025730648],
  ["glm --channel relu --noise 0.1 --alpha 0.5", `${un}.w`, 0.337184040091],
  ["glm --channel relu --noise 0.1 --alpha 1", `${un}.w`, 0.589168036251],
  ["glm --channel abs --noise 0.1 --alpha 1", `${un}.w`, 0.24147465017],
  ["glm --channel abs --noise 0.01 --alpha 0.9", `${un}.w`, 0.30690696041],
  ["glm --noise 0.1 --alpha 0.5", `${un}.w`, 0.425834261323],
  [
    "glm --noise 0.01 --alpha 0.6 --prior gauss-bernoulli:rho=0.2,variance=1",
    "branches.uninformed.squaredOverlaps.w",
    0.930470926574,
  ],
  ["glm --channel sign --noise 0.1 --alpha 1 --prior rademacher", `${un}.w`, 0.490282200478],
  ["glm --channel sign --prior rademacher", "thresholds.uninformedSpinodal", 1.49263182],
  ["glm --channel sign --prior rademacher", "thresholds.informationTheoretic", 1.24468399],
  ["glm --channel abs", "thresholds.uninformedSpinodal", 1.128471],
  ["glm --channel abs", "thresholds.weakRecovery", 0.5],
  ["weak-recovery --channel door:threshold=0.5", "thresholds.weakRecovery", 1.906360928499],
  ["weak-recovery --channel door:threshold=1", "thresholds.weakRecovery", 0.924958039259],
  ["weak-recovery --channel square --noise 0.1", "thresholds.weakRecovery", 0.5180658121],
  ["weak-recovery --channel square --noise 1", "thresholds.weakRecovery", 0.6465905984],
  ["weak-recovery --channel product", "thresholds.weakRecovery", 0.593751098222],
  ["weak-recovery --channel sign-product", "thresholds.weakRecovery", 2.4674011002],
  ["donoho-tanner --delta 0.1", "thresholds.rho", 0.18942936776],
  ["donoho-tanner --delta 0.25", "thresholds.rho", 0.267383552408],
  ["donoho-tanner --delta 0.5", "thresholds.rho", 0.385689666181],
  ["donoho-tanner --delta 0.75", "thresholds.rho", 0.533711676804],
];

function lassoRows(multiple: number, tau: number, error: number, lambda: number): Row[] {
  const line = `lasso --prior gauss-bernoulli:rho=0.128 --delta 0.64 --noise 0.2 --multiple ${multiple}`;
  const branch = "branches.uninformed";
  return [
    [line, `${branch}.tau`, tau],
    [line, `${branch}.error`, error],
    [line, `${branch}.lambda`, lambda],
  ];
}

const lasso: Row[] = [
  ...lassoRows(1, 0.57745075734, 0.085407601378, 0.25653746986),
  ...lassoRows(1.5, 0.54889921142, 0.06482582035, 0.595991559723),
  ...lassoRows(2, 0.561691996076, 0.073918655012, 0.980191346386),
];

/** Reference values of the theory, to the digits that stand here. */
export const science: readonly Row[] = [...single, ...rectangular, ...multimodal, ...linear, ...lasso];
