/** A rule of oxlint. Ours, because it has no `no-restricted-syntax`. */
export default {
  meta: { name: 'own' },
  rules: {
    'no-enum': {
      create: (context) => ({
        TSEnumDeclaration(node) {
          const message = 'Use a union of literals: it is equivalent and has no code at run time.';
          context.report({ node, message });
        },
      }),
    },
  },
};
