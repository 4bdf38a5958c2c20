// What moves although the reader asked for no motion.
() => {
  const moves = [...document.querySelectorAll("*")].filter((e) => {
    const style = getComputedStyle(e);
    const changes = style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    return changes || style.animationName !== "none" || style.scrollBehavior !== "auto";
  });
  return [...moves, ...document.getAnimations()].map((e) => `${e.localName}.${e.className}`);
}
