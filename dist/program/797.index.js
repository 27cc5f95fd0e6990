(function (module, exports, require, __dirname) {"use strict";
exports.id = 797;
exports.ids = [797];
exports.modules = {

/***/ 78797:
/***/ (module) => {

module.exports = /*#__PURE__*/JSON.parse('{"UU":"prometheus-stack-action","rE":"0.1.0","sP":{"r":">=24"}}');

/***/ }

};
;
})
