/** Commands of LaTeX that are one character. */
export const symbols: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...`alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ
  nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ
  Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ propto ∝ sim ∼
  simeq ≃ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ in ∈ notin ∉ subset ⊂ cup ∪ cap ∩ forall ∀ exists ∃ to → rightarrow →
  leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftrightarrow ⇔ uparrow ↑ downarrow ↓ infty ∞ partial ∂ nabla ∇ sum ∑
  prod ∏ int ∫ cdot · times × div ÷ pm ± otimes ⊗ oplus ⊕ langle ⟨ rangle ⟩ | ‖ Vert ‖ lVert ‖ rVert ‖ vert | lvert |
  rvert | mid ∣ parallel ∥ star ⋆ ast ∗ circ ∘ prime ′ ell ℓ hbar ℏ wedge ∧ vee ∨ neg ¬ top ⊤ bot ⊥ perp ⊥
  emptyset ∅ varnothing ∅ dagger † ddagger ‡ bullet • ldots … dots … cdots … % % $ $ & & # # _ _ { { } }`.matchAll(
      /(\S+)\s+(\S+)/g,
    ),
  ].map(([, name = "", character = ""]) => [name, character]),
);

/** Accents of LaTeX, as the characters that stand alone. */
export const accents: Readonly<Record<string, string>> = {
  hat: "ˆ",
  widehat: "ˆ",
  tilde: "˜",
  widetilde: "˜",
  bar: "¯",
  overline: "¯",
  dot: "˙",
  ddot: "¨",
  check: "ˇ",
  breve: "˘",
};

/** Widths of space that commands ask for, as characters; the others are none. */
export const spaces: Readonly<Record<string, string>> = {
  ",": "\u2009",
  ":": "\u2009",
  ";": " ",
  " ": " ",
  "~": " ",
  quad: "  ",
  qquad: "    ",
};

/** Signs that have space to both sides. */
export const relations: ReadonlySet<string> = new Set("=<>≤≥≠≈≡∝∼≃≪≫≲≳∈∉⊂→←↔⇒⇔∣:");

/** Signs that have space to both sides where something stands before them. */
export const operators: ReadonlySet<string> = new Set("+−±×÷·∪∩⊗⊕∧∨");
