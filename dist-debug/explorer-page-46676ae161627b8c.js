export class IntoUnderlyingByteSource {
__destroy_into_raw() {
const ptr = this.__wbg_ptr;
this.__wbg_ptr = 0;
IntoUnderlyingByteSourceFinalization.unregister(this);
return ptr;
}
free() {
const ptr = this.__destroy_into_raw();
wasm.__wbg_intounderlyingbytesource_free(ptr, 0);
}
get autoAllocateChunkSize() {
const ret = wasm.intounderlyingbytesource_autoAllocateChunkSize(this.__wbg_ptr);
return ret >>> 0;
}
cancel() {
const ptr = this.__destroy_into_raw();
wasm.intounderlyingbytesource_cancel(ptr);
}
pull(controller) {
const ret = wasm.intounderlyingbytesource_pull(this.__wbg_ptr, controller);
return ret;
}
start(controller) {
wasm.intounderlyingbytesource_start(this.__wbg_ptr, controller);
}
get type() {
const ret = wasm.intounderlyingbytesource_type(this.__wbg_ptr);
return __wbindgen_enum_ReadableStreamType[ret];
}
}
if (Symbol.dispose) IntoUnderlyingByteSource.prototype[Symbol.dispose] = IntoUnderlyingByteSource.prototype.free;
export class IntoUnderlyingSink {
__destroy_into_raw() {
const ptr = this.__wbg_ptr;
this.__wbg_ptr = 0;
IntoUnderlyingSinkFinalization.unregister(this);
return ptr;
}
free() {
const ptr = this.__destroy_into_raw();
wasm.__wbg_intounderlyingsink_free(ptr, 0);
}
abort(reason) {
const ptr = this.__destroy_into_raw();
const ret = wasm.intounderlyingsink_abort(ptr, reason);
return ret;
}
close() {
const ptr = this.__destroy_into_raw();
const ret = wasm.intounderlyingsink_close(ptr);
return ret;
}
write(chunk) {
const ret = wasm.intounderlyingsink_write(this.__wbg_ptr, chunk);
return ret;
}
}
if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;
export class IntoUnderlyingSource {
__destroy_into_raw() {
const ptr = this.__wbg_ptr;
this.__wbg_ptr = 0;
IntoUnderlyingSourceFinalization.unregister(this);
return ptr;
}
free() {
const ptr = this.__destroy_into_raw();
wasm.__wbg_intounderlyingsource_free(ptr, 0);
}
cancel() {
const ptr = this.__destroy_into_raw();
wasm.intounderlyingsource_cancel(ptr);
}
pull(controller) {
const ret = wasm.intounderlyingsource_pull(this.__wbg_ptr, controller);
return ret;
}
}
if (Symbol.dispose) IntoUnderlyingSource.prototype[Symbol.dispose] = IntoUnderlyingSource.prototype.free;
export function carried() {
const ret = wasm.carried();
var v1 = getArrayJsValueFromWasm0(ret[0], ret[1]);
wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
return v1;
}
export function show_own(records) {
const ptr0 = passStringToWasm0(records, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len0 = WASM_VECTOR_LEN;
const ret = wasm.show_own(ptr0, len0);
if (ret[1]) {
throw takeFromExternrefTable0(ret[0]);
}
}
function __wbg_get_imports() {
const import0 = {
__proto__: null,
__wbg___wbindgen_debug_string_4687d8d8c2017d52: function(arg0, arg1) {
const ret = debugString(arg1);
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg___wbindgen_in_92f62ee1427d9e49: function(arg0, arg1) {
const ret = arg0 in arg1;
return ret;
},
__wbg___wbindgen_is_falsy_16bd49b68658263e: function(arg0) {
const ret = !arg0;
return ret;
},
__wbg___wbindgen_is_function_1f9d30630b8b1d3d: function(arg0) {
const ret = typeof(arg0) === 'function';
return ret;
},
__wbg___wbindgen_is_null_e343b7d08827ba72: function(arg0) {
const ret = arg0 === null;
return ret;
},
__wbg___wbindgen_is_object_3c45d4f2dde4e749: function(arg0) {
const val = arg0;
const ret = typeof(val) === 'object' && val !== null;
return ret;
},
__wbg___wbindgen_is_undefined_8865fb403f8fe9d8: function(arg0) {
const ret = arg0 === undefined;
return ret;
},
__wbg___wbindgen_number_get_2e0e7dee9f701a71: function(arg0, arg1) {
const obj = arg1;
const ret = typeof(obj) === 'number' ? obj : undefined;
getDataViewMemory0().setFloat64(arg0 + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, !isLikeNone(ret), true);
},
__wbg___wbindgen_string_get_0380ccaa2f57f0d9: function(arg0, arg1) {
const obj = arg1;
const ret = typeof(obj) === 'string' ? obj : undefined;
var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
var len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg___wbindgen_throw_41e9ee4f547fc59a: function(arg0, arg1) {
throw new Error(getStringFromWasm0(arg0, arg1));
},
__wbg__wbg_cb_unref_dcc1a90847f04c41: function(arg0) {
arg0._wbg_cb_unref();
},
__wbg_activeElement_69b55e3697f14d9b: function(arg0) {
const ret = arg0.activeElement;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_addEventListener_4d0db17c671ea324: function() { return handleError(function (arg0, arg1, arg2, arg3) {
arg0.addEventListener(getStringFromWasm0(arg1, arg2), arg3);
}, arguments); },
__wbg_addEventListener_8d3235978b9c69a8: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.addEventListener(getStringFromWasm0(arg1, arg2), arg3, arg4);
}, arguments); },
__wbg_add_547a8562d662d2a5: function(arg0, arg1) {
arg0.add(arg1);
},
__wbg_add_9ceab44da1353b80: function() { return handleError(function (arg0, arg1, arg2) {
arg0.add(getStringFromWasm0(arg1, arg2));
}, arguments); },
__wbg_altKey_1e5fe17a42050103: function(arg0) {
const ret = arg0.altKey;
return ret;
},
__wbg_altKey_cfb4c4fab9a7d0d0: function(arg0) {
const ret = arg0.altKey;
return ret;
},
__wbg_appendChild_fb8c52e7dd8484ea: function() { return handleError(function (arg0, arg1) {
const ret = arg0.appendChild(arg1);
return ret;
}, arguments); },
__wbg_arc_03f7717b2e38682a: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5) {
arg0.arc(arg1, arg2, arg3, arg4, arg5);
}, arguments); },
__wbg_assign_e39d243f5fbe1e2d: function(arg0, arg1) {
const ret = Object.assign(arg0, arg1);
return ret;
},
__wbg_beginPath_8598d895c13f1c86: function(arg0) {
arg0.beginPath();
},
__wbg_body_e549239eaff082e1: function(arg0) {
const ret = arg0.body;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_buffer_56ec2905a66f58b9: function(arg0) {
const ret = arg0.buffer;
return ret;
},
__wbg_button_1aa380c7ca420cd1: function(arg0) {
const ret = arg0.button;
return ret;
},
__wbg_byobRequest_54f7ce41d584549a: function(arg0) {
const ret = arg0.byobRequest;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_byteLength_9f985b8373f1f3fe: function(arg0) {
const ret = arg0.byteLength;
return ret;
},
__wbg_byteOffset_0bd5a6a03553639c: function(arg0) {
const ret = arg0.byteOffset;
return ret;
},
__wbg_call_187d372bd5fdd4aa: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.call(arg1, arg2);
return ret;
}, arguments); },
__wbg_cancelBubble_317b9e84df6f26ee: function(arg0) {
const ret = arg0.cancelBubble;
return ret;
},
__wbg_childNodes_9542af79c583ae90: function(arg0) {
const ret = arg0.childNodes;
return ret;
},
__wbg_children_5d993c7c993e6c59: function(arg0) {
const ret = arg0.children;
return ret;
},
__wbg_classList_8a097a4837412bf6: function(arg0) {
const ret = arg0.classList;
return ret;
},
__wbg_clearTimeout_c7bc4c3c7a7774af: function(arg0, arg1) {
arg0.clearTimeout(arg1);
},
__wbg_click_d990e70c576b7c54: function(arg0) {
arg0.click();
},
__wbg_clientWidth_08d5512595aacb73: function(arg0) {
const ret = arg0.clientWidth;
return ret;
},
__wbg_clientX_5075231ed45e8ef5: function(arg0) {
const ret = arg0.clientX;
return ret;
},
__wbg_clientY_846c39814ce02ab2: function(arg0) {
const ret = arg0.clientY;
return ret;
},
__wbg_cloneNode_36b409d13a42e5ef: function() { return handleError(function (arg0, arg1) {
const ret = arg0.cloneNode(arg1 !== 0);
return ret;
}, arguments); },
__wbg_cloneNode_a3ed8db010540e0d: function() { return handleError(function (arg0) {
const ret = arg0.cloneNode();
return ret;
}, arguments); },
__wbg_close_185286988f30f252: function() { return handleError(function (arg0) {
arg0.close();
}, arguments); },
__wbg_close_748f26698dabe269: function() { return handleError(function (arg0) {
arg0.close();
}, arguments); },
__wbg_closest_6abd1bf5d7559cda: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.closest(getStringFromWasm0(arg1, arg2));
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_composedPath_ebbc1f73360cd735: function(arg0) {
const ret = arg0.composedPath();
return ret;
},
__wbg_contains_dd3796baeaeb3211: function(arg0, arg1) {
const ret = arg0.contains(arg1);
return ret;
},
__wbg_content_8137df3b9481cbf9: function(arg0) {
const ret = arg0.content;
return ret;
},
__wbg_createComment_9121ed4d148136d4: function(arg0, arg1, arg2) {
const ret = arg0.createComment(getStringFromWasm0(arg1, arg2));
return ret;
},
__wbg_createElementNS_957ec8b66176901e: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
const ret = arg0.createElementNS(arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
return ret;
}, arguments); },
__wbg_createElement_74049073a11f9c31: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.createElement(getStringFromWasm0(arg1, arg2));
return ret;
}, arguments); },
__wbg_createObjectURL_2f3b38279fe61801: function() { return handleError(function (arg0, arg1) {
const ret = URL.createObjectURL(arg1);
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_createTextNode_561b59dda21e4ea7: function(arg0, arg1, arg2) {
const ret = arg0.createTextNode(getStringFromWasm0(arg1, arg2));
return ret;
},
__wbg_ctrlKey_282349f48e6cb157: function(arg0) {
const ret = arg0.ctrlKey;
return ret;
},
__wbg_ctrlKey_8b5101745e8782fa: function(arg0) {
const ret = arg0.ctrlKey;
return ret;
},
__wbg_currentTarget_de5fa91e460fd474: function(arg0) {
const ret = arg0.currentTarget;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_decode_215270d4d12cb9fe: function(arg0) {
const ret = arg0.decode();
return ret;
},
__wbg_deleteProperty_698947935b859cd2: function() { return handleError(function (arg0, arg1) {
const ret = Reflect.deleteProperty(arg0, arg1);
return ret;
}, arguments); },
__wbg_deltaMode_6280d8266d5520f5: function(arg0) {
const ret = arg0.deltaMode;
return ret;
},
__wbg_deltaY_7abc8fc9878d0002: function(arg0) {
const ret = arg0.deltaY;
return ret;
},
__wbg_detail_67ecb80fc27bb9cd: function(arg0) {
const ret = arg0.detail;
return ret;
},
__wbg_devicePixelRatio_7d39e9af5448d3d4: function(arg0) {
const ret = arg0.devicePixelRatio;
return ret;
},
__wbg_disconnect_1eac4c705724307d: function(arg0) {
arg0.disconnect();
},
__wbg_disconnect_7fcd2c742214cafa: function(arg0) {
arg0.disconnect();
},
__wbg_documentElement_3f718a9a39a893d3: function(arg0) {
const ret = arg0.documentElement;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_document_9854e03c05fc8834: function(arg0) {
const ret = arg0.document;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_drawImage_6f841fbe7ccefe78: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5) {
arg0.drawImage(arg1, arg2, arg3, arg4, arg5);
}, arguments); },
__wbg_encodeURIComponent_efaac779eb523147: function(arg0, arg1) {
const ret = encodeURIComponent(getStringFromWasm0(arg0, arg1));
return ret;
},
__wbg_enqueue_4a01c128f9a0de16: function() { return handleError(function (arg0, arg1) {
arg0.enqueue(arg1);
}, arguments); },
__wbg_error_757e9472f8410341: function(arg0, arg1) {
let deferred0_0;
let deferred0_1;
try {
deferred0_0 = arg0;
deferred0_1 = arg1;
console.error(getStringFromWasm0(arg0, arg1));
} finally {
wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
}
},
__wbg_event_82581fec7fd63332: function(arg0) {
const ret = arg0.event;
return ret;
},
__wbg_execCommand_012ebc7990c1e5da: function() { return handleError(function (arg0, arg1) {
const ret = document.execCommand(getStringFromWasm0(arg0, arg1));
return ret;
}, arguments); },
__wbg_fillRect_0ef59adb9acb7d06: function(arg0, arg1, arg2, arg3, arg4) {
arg0.fillRect(arg1, arg2, arg3, arg4);
},
__wbg_fillText_1bcec8b81ad73bd0: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.fillText(getStringFromWasm0(arg1, arg2), arg3, arg4);
}, arguments); },
__wbg_fill_fc5e02a06cc26e92: function(arg0) {
arg0.fill();
},
__wbg_firstElementChild_d5206a011a5ecd0c: function(arg0) {
const ret = arg0.firstElementChild;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_focus_e1638be0df4aeb8f: function() { return handleError(function (arg0, arg1) {
arg0.focus(arg1);
}, arguments); },
__wbg_focus_f740d61348f422e7: function() { return handleError(function (arg0) {
arg0.focus();
}, arguments); },
__wbg_getAttribute_061ad00c16e2f622: function(arg0, arg1, arg2, arg3) {
const ret = arg1.getAttribute(getStringFromWasm0(arg2, arg3));
var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
var len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_getBoundingClientRect_57152b1a20f3de34: function(arg0) {
const ret = arg0.getBoundingClientRect();
return ret;
},
__wbg_getComputedStyle_dd0f456804795fd6: function() { return handleError(function (arg0, arg1) {
const ret = arg0.getComputedStyle(arg1);
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_getContext_635e36719cad2623: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.getContext(getStringFromWasm0(arg1, arg2));
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_getElementById_cc94972b404e4eaa: function(arg0, arg1, arg2) {
const ret = arg0.getElementById(getStringFromWasm0(arg1, arg2));
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_getElementsByTagName_2ac8a441573c6576: function(arg0, arg1, arg2) {
const ret = arg0.getElementsByTagName(getStringFromWasm0(arg1, arg2));
return ret;
},
__wbg_getItem_4c80b7663197c7ff: function() { return handleError(function (arg0, arg1, arg2, arg3) {
const ret = arg1.getItem(getStringFromWasm0(arg2, arg3));
var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
var len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_getPropertyValue_e90a3628c2de4fb6: function() { return handleError(function (arg0, arg1, arg2, arg3) {
const ret = arg1.getPropertyValue(getStringFromWasm0(arg2, arg3));
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_getSelection_8071c8e9586b26ac: function() { return handleError(function (arg0) {
const ret = arg0.getSelection();
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_get_31af05bd4842a84f: function() { return handleError(function (arg0, arg1) {
const ret = Reflect.get(arg0, arg1);
return ret;
}, arguments); },
__wbg_get_6c896e0571ddae51: function(arg0, arg1) {
const ret = arg0[arg1 >>> 0];
return ret;
},
__wbg_hasAttribute_b009da6c546736e9: function(arg0, arg1, arg2) {
const ret = arg0.hasAttribute(getStringFromWasm0(arg1, arg2));
return ret;
},
__wbg_hash_c4083658cccb641b: function() { return handleError(function (arg0, arg1) {
const ret = arg1.hash;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_height_fb13ed9fe991b5f4: function(arg0) {
const ret = arg0.height;
return ret;
},
__wbg_height_fc97e1a0c2e7331f: function(arg0) {
const ret = arg0.height;
return ret;
},
__wbg_hidden_2ba371ecafe013fa: function(arg0) {
const ret = arg0.hidden;
return ret;
},
__wbg_history_4128e7793fa4758c: function() { return handleError(function (arg0) {
const ret = arg0.history;
return ret;
}, arguments); },
__wbg_host_75aa3342c78db1a2: function() { return handleError(function (arg0, arg1) {
const ret = arg1.host;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_host_c1e5897b2ece281c: function(arg0) {
const ret = arg0.host;
return ret;
},
__wbg_href_abc902beb29d526e: function() { return handleError(function (arg0, arg1) {
const ret = arg1.href;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_innerHeight_7f20e0f1a7c5a573: function() { return handleError(function (arg0) {
const ret = arg0.innerHeight;
return ret;
}, arguments); },
__wbg_innerWidth_1bc526614080537c: function() { return handleError(function (arg0) {
const ret = arg0.innerWidth;
return ret;
}, arguments); },
__wbg_insertBefore_f1ba67809033f6b1: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.insertBefore(arg1, arg2);
return ret;
}, arguments); },
__wbg_instanceof_Blob_7c6191a4cd5834d3: function(arg0) {
let result;
try {
result = arg0 instanceof Blob;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_CanvasRenderingContext2d_769208c72dcbf5e6: function(arg0) {
let result;
try {
result = arg0 instanceof CanvasRenderingContext2D;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_Element_818e11074cdb63b5: function(arg0) {
let result;
try {
result = arg0 instanceof Element;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_Error_80a725f81f2e102d: function(arg0) {
let result;
try {
result = arg0 instanceof Error;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_Event_2b6eee5e33662df6: function(arg0) {
let result;
try {
result = arg0 instanceof Event;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_HtmlAnchorElement_e2e601da36602959: function(arg0) {
let result;
try {
result = arg0 instanceof HTMLAnchorElement;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_HtmlCanvasElement_0a30c11fbbf41841: function(arg0) {
let result;
try {
result = arg0 instanceof HTMLCanvasElement;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_HtmlElement_32fb153a5a0e2349: function(arg0) {
let result;
try {
result = arg0 instanceof HTMLElement;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_HtmlTextAreaElement_bbe97f862930488c: function(arg0) {
let result;
try {
result = arg0 instanceof HTMLTextAreaElement;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_Node_177cfa58c50e2609: function(arg0) {
let result;
try {
result = arg0 instanceof Node;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_Promise_e1dc6893aa1ece28: function(arg0) {
let result;
try {
result = arg0 instanceof Promise;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_ShadowRoot_0ef114d846d9fd90: function(arg0) {
let result;
try {
result = arg0 instanceof ShadowRoot;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_instanceof_Window_82d71df4eddf88bc: function(arg0) {
let result;
try {
result = arg0 instanceof Window;
} catch (_) {
result = false;
}
const ret = result;
return ret;
},
__wbg_isCollapsed_87fb635e72a9fdd3: function(arg0) {
const ret = arg0.isCollapsed;
return ret;
},
__wbg_isIntersecting_5d3fdbe3657db3f3: function(arg0) {
const ret = arg0.isIntersecting;
return ret;
},
__wbg_isPrimary_bb4c000cc7c51110: function(arg0) {
const ret = arg0.isPrimary;
return ret;
},
__wbg_is_4b278c0bd3caba97: function(arg0, arg1) {
const ret = Object.is(arg0, arg1);
return ret;
},
__wbg_item_2fbc5d9a03fe97aa: function(arg0, arg1) {
const ret = arg0.item(arg1 >>> 0);
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_item_3475d2457d4176ae: function(arg0, arg1) {
const ret = arg0.item(arg1 >>> 0);
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_key_1193871533b99ae5: function(arg0, arg1) {
const ret = arg1.key;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_left_e0a244490fe2f293: function(arg0) {
const ret = arg0.left;
return ret;
},
__wbg_length_09e6b25bcf35f755: function(arg0) {
const ret = arg0.length;
return ret;
},
__wbg_length_4d294cbd6accf92f: function(arg0) {
const ret = arg0.length;
return ret;
},
__wbg_length_7f3c00c40364105e: function(arg0) {
const ret = arg0.length;
return ret;
},
__wbg_lineTo_63fac7d60279d95e: function(arg0, arg1, arg2) {
arg0.lineTo(arg1, arg2);
},
__wbg_localStorage_567c24950edbc178: function() { return handleError(function (arg0) {
const ret = arg0.localStorage;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_location_9c46e8ada95d3174: function(arg0) {
const ret = arg0.location;
return ret;
},
__wbg_mark_a5f28b0dfe4e96c6: function() { return handleError(function (arg0, arg1, arg2) {
arg0.mark(getStringFromWasm0(arg1, arg2));
}, arguments); },
__wbg_matchMedia_8a4857f947f11f82: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.matchMedia(getStringFromWasm0(arg1, arg2));
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_matches_6c4208e55bd9209e: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.matches(getStringFromWasm0(arg1, arg2));
return ret;
}, arguments); },
__wbg_matches_778d0873b064b1bf: function(arg0) {
const ret = arg0.matches;
return ret;
},
__wbg_measure_96336b5ca2939465: function() { return handleError(function (arg0, arg1, arg2) {
const ret = performance.measure(getStringFromWasm0(arg0, arg1), arg2);
return ret;
}, arguments); },
__wbg_message_5f8387f0c32b90a7: function(arg0) {
const ret = arg0.message;
return ret;
},
__wbg_metaKey_fb78da4d237d5bbb: function(arg0) {
const ret = arg0.metaKey;
return ret;
},
__wbg_naturalHeight_df41ba6a4a6b0d33: function(arg0) {
const ret = arg0.naturalHeight;
return ret;
},
__wbg_naturalWidth_c4c567dc88a9ee9a: function(arg0) {
const ret = arg0.naturalWidth;
return ret;
},
__wbg_new_0_72d020f0c63443d4: function() {
const ret = new Date();
return ret;
},
__wbg_new_1a8d2827bd9e1a2e: function() { return handleError(function (arg0) {
const ret = new ResizeObserver(arg0);
return ret;
}, arguments); },
__wbg_new_227d7c05414eb861: function() {
const ret = new Error();
return ret;
},
__wbg_new_343a093a3c2ffb4e: function(arg0, arg1) {
const ret = new Error(getStringFromWasm0(arg0, arg1));
return ret;
},
__wbg_new_55c6b5b06b09ec11: function() { return handleError(function () {
const ret = new Highlight();
return ret;
}, arguments); },
__wbg_new_617a8cdb8bb1130e: function() {
const ret = new Object();
return ret;
},
__wbg_new_7c57505c217b50d4: function() { return handleError(function () {
const ret = new Range();
return ret;
}, arguments); },
__wbg_new_83f09a1ace2e582d: function() { return handleError(function () {
const ret = new Image();
return ret;
}, arguments); },
__wbg_new_ee2291f50781bf1d: function() {
const ret = new Array();
return ret;
},
__wbg_new_from_slice_9a868026ffa4208a: function(arg0, arg1) {
const ret = new Uint8Array(getArrayU8FromWasm0(arg0, arg1));
return ret;
},
__wbg_new_typed_b01cb72a8af741a3: function(arg0, arg1) {
try {
var state0 = {a: arg0, b: arg1};
var cb0 = (arg0, arg1) => {
const a = state0.a;
state0.a = 0;
try {
return wasm_bindgen__convert__closures_____invoke__h3f54d4b09a36b256(a, state0.b, arg0, arg1);
} finally {
state0.a = a;
}
};
const ret = new Promise(cb0);
return ret;
} finally {
state0.a = 0;
}
},
__wbg_new_with_byte_offset_and_length_2f5d7fc2a828b74d: function(arg0, arg1, arg2) {
const ret = new Uint8Array(arg0, arg1 >>> 0, arg2 >>> 0);
return ret;
},
__wbg_new_with_options_8bc6b4806972ad0f: function() { return handleError(function (arg0, arg1) {
const ret = new IntersectionObserver(arg0, arg1);
return ret;
}, arguments); },
__wbg_new_with_str_sequence_and_options_e6f31745d4b2e5e4: function() { return handleError(function (arg0, arg1) {
const ret = new Blob(arg0, arg1);
return ret;
}, arguments); },
__wbg_nextElementSibling_8f66909f2ee45565: function(arg0) {
const ret = arg0.nextElementSibling;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_nodeType_67ecd66f2c7fb25d: function(arg0) {
const ret = arg0.nodeType;
return ret;
},
__wbg_nodeValue_34cbb887d843a34c: function(arg0, arg1) {
const ret = arg1.nodeValue;
var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
var len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_now_d0b7f4bea9f38490: function(arg0) {
const ret = arg0.now();
return ret;
},
__wbg_observe_d2ab4bf2d4e8bf9b: function(arg0, arg1) {
arg0.observe(arg1);
},
__wbg_observe_d2d34ca6fcb958b1: function(arg0, arg1, arg2) {
arg0.observe(arg1, arg2);
},
__wbg_of_d5dbecdc59e02e34: function(arg0) {
const ret = Array.of(arg0);
return ret;
},
__wbg_offsetLeft_eef008f2ccb3b242: function(arg0) {
const ret = arg0.offsetLeft;
return ret;
},
__wbg_offsetWidth_1d736667aa04ab3a: function(arg0) {
const ret = arg0.offsetWidth;
return ret;
},
__wbg_offsetX_b0de594206675079: function(arg0) {
const ret = arg0.offsetX;
return ret;
},
__wbg_open_47bdd5e9f4534f5f: function(arg0) {
const ret = arg0.open;
return ret;
},
__wbg_parentElement_108b58de82cab63f: function(arg0) {
const ret = arg0.parentElement;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_parentNode_32afd0d7ad7dca98: function(arg0) {
const ret = arg0.parentNode;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_performance_d0d7b03fc649b694: function(arg0) {
const ret = arg0.performance;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_pointerId_1b91f6b6c8f92501: function(arg0) {
const ret = arg0.pointerId;
return ret;
},
__wbg_pointerType_2e8b8270da489520: function(arg0, arg1) {
const ret = arg1.pointerType;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_postMessage_c3919837a64ae1b2: function() { return handleError(function (arg0, arg1, arg2) {
parent.postMessage(arg0, getStringFromWasm0(arg1, arg2));
}, arguments); },
__wbg_preventDefault_af59afb0f0a02e20: function(arg0) {
arg0.preventDefault();
},
__wbg_previousElementSibling_a63366b668ddd08a: function(arg0) {
const ret = arg0.previousElementSibling;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_pushState_f02e0eae273f45f3: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5) {
arg0.pushState(arg1, getStringFromWasm0(arg2, arg3), arg4 === 0 ? undefined : getStringFromWasm0(arg4, arg5));
}, arguments); },
__wbg_push_2baf45db356cf468: function(arg0, arg1) {
const ret = arg0.push(arg1);
return ret;
},
__wbg_querySelectorAll_8c482e0f1fcafea8: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.querySelectorAll(getStringFromWasm0(arg1, arg2));
return ret;
}, arguments); },
__wbg_querySelector_49877e2a9e3f670b: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.querySelector(getStringFromWasm0(arg1, arg2));
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
}, arguments); },
__wbg_queueMicrotask_9833f9a49df95a49: function(arg0) {
const ret = arg0.queueMicrotask;
return ret;
},
__wbg_queueMicrotask_a72f977e97f23c5f: function(arg0) {
queueMicrotask(arg0);
},
__wbg_relatedTarget_a8a7e56af040cacc: function(arg0) {
const ret = arg0.relatedTarget;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_reload_0dd932ae5e23064a: function() { return handleError(function (arg0) {
arg0.reload();
}, arguments); },
__wbg_removeAttribute_2f2700a6f933a6be: function() { return handleError(function (arg0, arg1, arg2) {
arg0.removeAttribute(getStringFromWasm0(arg1, arg2));
}, arguments); },
__wbg_removeEventListener_261678bfcbd90907: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.removeEventListener(getStringFromWasm0(arg1, arg2), arg3, arg4 !== 0);
}, arguments); },
__wbg_removeEventListener_48e5f6bfdb59b0b5: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.removeEventListener(getStringFromWasm0(arg1, arg2), arg3, arg4);
}, arguments); },
__wbg_removeEventListener_6e68185345978771: function() { return handleError(function (arg0, arg1, arg2, arg3) {
arg0.removeEventListener(getStringFromWasm0(arg1, arg2), arg3);
}, arguments); },
__wbg_remove_1013622eead8b586: function() { return handleError(function (arg0, arg1, arg2) {
arg0.remove(getStringFromWasm0(arg1, arg2));
}, arguments); },
__wbg_remove_9a5288388316028c: function(arg0) {
arg0.remove();
},
__wbg_remove_b41fe8b9d75f417e: function(arg0) {
arg0.remove();
},
__wbg_replaceState_8814bbf1e44e1990: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5) {
arg0.replaceState(arg1, getStringFromWasm0(arg2, arg3), arg4 === 0 ? undefined : getStringFromWasm0(arg4, arg5));
}, arguments); },
__wbg_replaceState_e897811df0ff9511: function() { return handleError(function (arg0, arg1, arg2, arg3) {
arg0.replaceState(arg1, getStringFromWasm0(arg2, arg3));
}, arguments); },
__wbg_requestAnimationFrame_7b526ab7aa550c74: function() { return handleError(function (arg0, arg1) {
const ret = arg0.requestAnimationFrame(arg1);
return ret;
}, arguments); },
__wbg_resolve_0076e10020304ede: function(arg0) {
const ret = Promise.resolve(arg0);
return ret;
},
__wbg_respond_c102fabcc79e5ef0: function() { return handleError(function (arg0, arg1) {
arg0.respond(arg1 >>> 0);
}, arguments); },
__wbg_revokeObjectURL_479ff72c2d109d80: function() { return handleError(function (arg0, arg1) {
URL.revokeObjectURL(getStringFromWasm0(arg0, arg1));
}, arguments); },
__wbg_run_6e1f787af721bfe6: function(arg0, arg1, arg2) {
try {
var state0 = {a: arg1, b: arg2};
var cb0 = () => {
const a = state0.a;
state0.a = 0;
try {
return wasm_bindgen__convert__closures_____invoke__he805b1df1f5aafab(a, state0.b, );
} finally {
state0.a = a;
}
};
const ret = arg0.run(cb0);
return ret;
} finally {
state0.a = 0;
}
},
__wbg_scrollIntoView_f6c27be4871460ef: function(arg0) {
arg0.scrollIntoView();
},
__wbg_scrollLeft_7830fbb2c1adb952: function(arg0) {
const ret = arg0.scrollLeft;
return ret;
},
__wbg_scrollTo_5aa459d1fa86b073: function(arg0, arg1, arg2) {
arg0.scrollTo(arg1, arg2);
},
__wbg_scrollWidth_9a8c57c048a068a2: function(arg0) {
const ret = arg0.scrollWidth;
return ret;
},
__wbg_scrollY_12efa41ee2a3c51e: function() { return handleError(function (arg0) {
const ret = arg0.scrollY;
return ret;
}, arguments); },
__wbg_search_31c06ba77ebf51f4: function() { return handleError(function (arg0, arg1) {
const ret = arg1.search;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
}, arguments); },
__wbg_select_fe4329ce446004d9: function(arg0) {
arg0.select();
},
__wbg_setAttribute_9e7d603908f63705: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
}, arguments); },
__wbg_setEnd_1ba73492923a7cd5: function() { return handleError(function (arg0, arg1, arg2) {
arg0.setEnd(arg1, arg2 >>> 0);
}, arguments); },
__wbg_setItem_c5fb0966b484ecd3: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.setItem(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
}, arguments); },
__wbg_setPointerCapture_a53e23b7bccef290: function() { return handleError(function (arg0, arg1) {
arg0.setPointerCapture(arg1);
}, arguments); },
__wbg_setProperty_097bc3d55ce44513: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4) {
arg0.setProperty(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
}, arguments); },
__wbg_setStart_e114de5633a49183: function() { return handleError(function (arg0, arg1, arg2) {
arg0.setStart(arg1, arg2 >>> 0);
}, arguments); },
__wbg_setTimeout_db7bbc18a17e152a: function() { return handleError(function (arg0, arg1, arg2) {
const ret = arg0.setTimeout(arg1, arg2);
return ret;
}, arguments); },
__wbg_setTransform_fa787a8f0adc1ade: function() { return handleError(function (arg0, arg1, arg2, arg3, arg4, arg5, arg6) {
arg0.setTransform(arg1, arg2, arg3, arg4, arg5, arg6);
}, arguments); },
__wbg_set_145a351398b48c65: function() { return handleError(function (arg0, arg1, arg2) {
const ret = Reflect.set(arg0, arg1, arg2);
return ret;
}, arguments); },
__wbg_set_16a910ad92b3e340: function() { return handleError(function (arg0, arg1, arg2) {
CSS.highlights.set(getStringFromWasm0(arg0, arg1), arg2);
}, arguments); },
__wbg_set_575d3ddb70fe831d: function(arg0, arg1, arg2) {
arg0.set(getArrayU8FromWasm0(arg1, arg2));
},
__wbg_set_box_921bf38648f10dfe: function(arg0, arg1) {
arg0.box = __wbindgen_enum_ResizeObserverBoxOptions[arg1];
},
__wbg_set_capture_5beff5b8a7562085: function(arg0, arg1) {
arg0.capture = arg1 !== 0;
},
__wbg_set_checked_2ae6d148d8f3e080: function(arg0, arg1) {
arg0.checked = arg1 !== 0;
},
__wbg_set_className_541fce5cd31918aa: function(arg0, arg1, arg2) {
arg0.className = getStringFromWasm0(arg1, arg2);
},
__wbg_set_download_327e0fbad75893f0: function(arg0, arg1, arg2) {
arg0.download = getStringFromWasm0(arg1, arg2);
},
__wbg_set_fillStyle_a2961b4d44e572af: function(arg0, arg1, arg2) {
arg0.fillStyle = getStringFromWasm0(arg1, arg2);
},
__wbg_set_font_1f60a05a2544a2ff: function(arg0, arg1, arg2) {
arg0.font = getStringFromWasm0(arg1, arg2);
},
__wbg_set_height_c9789c1c77eaedff: function(arg0, arg1) {
arg0.height = arg1 >>> 0;
},
__wbg_set_href_f7219c6cbf6bedc3: function(arg0, arg1, arg2) {
arg0.href = getStringFromWasm0(arg1, arg2);
},
__wbg_set_innerHTML_7af59a832a09a074: function(arg0, arg1, arg2) {
arg0.innerHTML = getStringFromWasm0(arg1, arg2);
},
__wbg_set_lineJoin_c1780f2096e6f970: function(arg0, arg1, arg2) {
arg0.lineJoin = getStringFromWasm0(arg1, arg2);
},
__wbg_set_lineWidth_cc15473552c60c9c: function(arg0, arg1) {
arg0.lineWidth = arg1;
},
__wbg_set_nodeValue_e265de7160527936: function(arg0, arg1, arg2) {
arg0.nodeValue = arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2);
},
__wbg_set_once_8c45bbbfb71d1b34: function(arg0, arg1) {
arg0.once = arg1 !== 0;
},
__wbg_set_open_3f67e457b6b67df9: function(arg0, arg1) {
arg0.open = arg1 !== 0;
},
__wbg_set_passive_31e9f895d2ac0046: function(arg0, arg1) {
arg0.passive = arg1 !== 0;
},
__wbg_set_prevent_scroll_aaa386836725b8b4: function(arg0, arg1) {
arg0.preventScroll = arg1 !== 0;
},
__wbg_set_root_0bb8e7c2731a9402: function(arg0, arg1) {
arg0.root = arg1;
},
__wbg_set_root_margin_cab5f0cab268df1c: function(arg0, arg1, arg2) {
arg0.rootMargin = getStringFromWasm0(arg1, arg2);
},
__wbg_set_scrollLeft_02099c8a59d32652: function(arg0, arg1) {
arg0.scrollLeft = arg1;
},
__wbg_set_scrollRestoration_29d35bf28158866f: function() { return handleError(function (arg0, arg1) {
arg0.scrollRestoration = __wbindgen_enum_ScrollRestoration[arg1];
}, arguments); },
__wbg_set_src_e0fe5ef5d5c648aa: function(arg0, arg1, arg2) {
arg0.src = getStringFromWasm0(arg1, arg2);
},
__wbg_set_strokeStyle_d51608fa918b53d4: function(arg0, arg1, arg2) {
arg0.strokeStyle = getStringFromWasm0(arg1, arg2);
},
__wbg_set_textAlign_1bda1733d57574ed: function(arg0, arg1, arg2) {
arg0.textAlign = getStringFromWasm0(arg1, arg2);
},
__wbg_set_textBaseline_d5ba548751584f49: function(arg0, arg1, arg2) {
arg0.textBaseline = getStringFromWasm0(arg1, arg2);
},
__wbg_set_threshold_66ae9e5d43d9a725: function(arg0, arg1) {
arg0.threshold = arg1;
},
__wbg_set_title_26e2c1657f5010ca: function(arg0, arg1, arg2) {
arg0.title = getStringFromWasm0(arg1, arg2);
},
__wbg_set_type_dcf75b2afa60c694: function(arg0, arg1, arg2) {
arg0.type = getStringFromWasm0(arg1, arg2);
},
__wbg_set_value_f5c1ffc19bac3037: function(arg0, arg1, arg2) {
arg0.value = getStringFromWasm0(arg1, arg2);
},
__wbg_set_value_f6901ece9a8a1a2a: function(arg0, arg1, arg2) {
arg0.value = getStringFromWasm0(arg1, arg2);
},
__wbg_set_value_fbd659f94bfb9181: function(arg0, arg1, arg2) {
arg0.value = getStringFromWasm0(arg1, arg2);
},
__wbg_set_width_b0e1267db4b196b5: function(arg0, arg1) {
arg0.width = arg1 >>> 0;
},
__wbg_shiftKey_be6d5295ee392b33: function(arg0) {
const ret = arg0.shiftKey;
return ret;
},
__wbg_shiftKey_ecdc496db72e8a50: function(arg0) {
const ret = arg0.shiftKey;
return ret;
},
__wbg_slice_6da4cdc5d543fcd0: function(arg0, arg1) {
const ret = arg1.slice();
const ptr1 = passArrayJsValueToWasm0(ret, wasm.__wbindgen_malloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_stack_3b0d974bbf31e44f: function(arg0, arg1) {
const ret = arg1.stack;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_state_3c9c898078a3a8f9: function() { return handleError(function (arg0) {
const ret = arg0.state;
return ret;
}, arguments); },
__wbg_static_accessor_CREATE_TASK_7e310091636beacc: function() {
const ret = typeof console === 'undefined' ? null : console?.createTask;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_static_accessor_GLOBAL_266715b9d96ba635: function() {
const ret = typeof global === 'undefined' ? null : global;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_static_accessor_GLOBAL_THIS_10fb7dc1ae063179: function() {
const ret = typeof globalThis === 'undefined' ? null : globalThis;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_static_accessor_SELF_0b583911f537483a: function() {
const ret = typeof self === 'undefined' ? null : self;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_static_accessor_WINDOW_d7f903d1508cbdc4: function() {
const ret = typeof window === 'undefined' ? null : window;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_stopPropagation_effafbc3bc773f1c: function(arg0) {
arg0.stopPropagation();
},
__wbg_strokeRect_c6e73405ca787ae9: function(arg0, arg1, arg2, arg3, arg4) {
arg0.strokeRect(arg1, arg2, arg3, arg4);
},
__wbg_stroke_385d731098398489: function(arg0) {
arg0.stroke();
},
__wbg_style_4bce24230e493a7c: function(arg0) {
const ret = arg0.style;
return ret;
},
__wbg_tagName_e83500df63beeee1: function(arg0, arg1) {
const ret = arg1.tagName;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_target_38ae9feb025b820c: function(arg0) {
const ret = arg0.target;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_then_c949d5a25a4e78f8: function(arg0, arg1, arg2) {
const ret = arg0.then(arg1, arg2);
return ret;
},
__wbg_then_e71170d78fcf8954: function(arg0, arg1) {
const ret = arg0.then(arg1);
return ret;
},
__wbg_timeStamp_0bda9df1d6d64e7e: function(arg0) {
const ret = arg0.timeStamp;
return ret;
},
__wbg_toBlob_47074fb2ab6d463d: function() { return handleError(function (arg0, arg1) {
arg0.toBlob(arg1);
}, arguments); },
__wbg_toISOString_3217c36cf55f719b: function(arg0) {
const ret = arg0.toISOString();
return ret;
},
__wbg_toggleAttribute_75fb36e905dc13f4: function() { return handleError(function (arg0, arg1, arg2, arg3) {
const ret = arg0.toggleAttribute(getStringFromWasm0(arg1, arg2), arg3 !== 0);
return ret;
}, arguments); },
__wbg_top_ff4627294d2cdeb8: function(arg0) {
const ret = arg0.top;
return ret;
},
__wbg_value_05305a761dfa3e0e: function(arg0, arg1) {
const ret = arg1.value;
const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
const len1 = WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
},
__wbg_view_9c570f33e8d6ab96: function(arg0) {
const ret = arg0.view;
return isLikeNone(ret) ? 0 : addToExternrefTable0(ret);
},
__wbg_warn_13abc63e0d4b3527: function(arg0) {
console.warn(arg0);
},
__wbg_warn_d82845205ec38be7: function(arg0, arg1, arg2) {
console.warn(arg0, arg1, arg2);
},
__wbg_width_3d0dce3d9892e35e: function(arg0) {
const ret = arg0.width;
return ret;
},
__wbg_width_d5e379bde85b6eaa: function(arg0) {
const ret = arg0.width;
return ret;
},
__wbg_writeText_0a8493826f46ccf9: function() { return handleError(function (arg0, arg1) {
const ret = navigator.clipboard.writeText(getStringFromWasm0(arg0, arg1));
return ret;
}, arguments); },
__wbindgen_generic_0000000000000001: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h40a951a3dc2aaec0);
return ret;
},
__wbindgen_generic_0000000000000002: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h5f75deaa0a0e8081);
return ret;
},
__wbindgen_generic_0000000000000003: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__he469703048b12b1f);
return ret;
},
__wbindgen_generic_0000000000000004: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h2e38c4cd10321924);
return ret;
},
__wbindgen_generic_0000000000000005: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__hc73ad8fe81790a6a);
return ret;
},
__wbindgen_generic_0000000000000006: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__ha346a8b3b5bdbc04);
return ret;
},
__wbindgen_generic_0000000000000007: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__he6ca184fc551c4eb);
return ret;
},
__wbindgen_generic_0000000000000008: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__hc97c273ee84bb64e);
return ret;
},
__wbindgen_generic_0000000000000009: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__h374562b15ce51893);
return ret;
},
__wbindgen_generic_000000000000000a: function(arg0, arg1) {
const ret = makeMutClosure(arg0, arg1, wasm_bindgen__convert__closures_____invoke__hdb98212f6118b51b);
return ret;
},
__wbindgen_generic_000000000000000b: function(arg0) {
const ret = arg0;
return ret;
},
__wbindgen_generic_000000000000000c: function(arg0, arg1) {
const ret = getStringFromWasm0(arg0, arg1);
return ret;
},
__wbindgen_init_externref_table: function() {
const table = wasm.__wbindgen_externrefs;
const offset = table.grow(4);
table.set(0, undefined);
table.set(offset + 0, undefined);
table.set(offset + 1, null);
table.set(offset + 2, true);
table.set(offset + 3, false);
},
};
return {
__proto__: null,
"./explorer-page_bg.js": import0,
};
}
function wasm_bindgen__convert__closures_____invoke__h374562b15ce51893(arg0, arg1) {
wasm.wasm_bindgen__convert__closures_____invoke__h374562b15ce51893(arg0, arg1);
}
function wasm_bindgen__convert__closures_____invoke__hdb98212f6118b51b(arg0, arg1) {
wasm.wasm_bindgen__convert__closures_____invoke__hdb98212f6118b51b(arg0, arg1);
}
function wasm_bindgen__convert__closures_____invoke__he805b1df1f5aafab(arg0, arg1) {
const ret = wasm.wasm_bindgen__convert__closures_____invoke__he805b1df1f5aafab(arg0, arg1);
return ret !== 0;
}
function wasm_bindgen__convert__closures_____invoke__h40a951a3dc2aaec0(arg0, arg1, arg2) {
wasm.wasm_bindgen__convert__closures_____invoke__h40a951a3dc2aaec0(arg0, arg1, arg2);
}
function wasm_bindgen__convert__closures_____invoke__h5f75deaa0a0e8081(arg0, arg1, arg2) {
wasm.wasm_bindgen__convert__closures_____invoke__h5f75deaa0a0e8081(arg0, arg1, arg2);
}
function wasm_bindgen__convert__closures_____invoke__ha346a8b3b5bdbc04(arg0, arg1, arg2) {
wasm.wasm_bindgen__convert__closures_____invoke__ha346a8b3b5bdbc04(arg0, arg1, arg2);
}
function wasm_bindgen__convert__closures_____invoke__he6ca184fc551c4eb(arg0, arg1, arg2) {
wasm.wasm_bindgen__convert__closures_____invoke__he6ca184fc551c4eb(arg0, arg1, arg2);
}
function wasm_bindgen__convert__closures_____invoke__hc97c273ee84bb64e(arg0, arg1, arg2) {
wasm.wasm_bindgen__convert__closures_____invoke__hc97c273ee84bb64e(arg0, arg1, arg2);
}
function wasm_bindgen__convert__closures_____invoke__he469703048b12b1f(arg0, arg1, arg2) {
const ret = wasm.wasm_bindgen__convert__closures_____invoke__he469703048b12b1f(arg0, arg1, arg2);
if (ret[1]) {
throw takeFromExternrefTable0(ret[0]);
}
}
function wasm_bindgen__convert__closures_____invoke__h3f54d4b09a36b256(arg0, arg1, arg2, arg3) {
wasm.wasm_bindgen__convert__closures_____invoke__h3f54d4b09a36b256(arg0, arg1, arg2, arg3);
}
function wasm_bindgen__convert__closures_____invoke__h2e38c4cd10321924(arg0, arg1, arg2, arg3) {
wasm.wasm_bindgen__convert__closures_____invoke__h2e38c4cd10321924(arg0, arg1, arg2, arg3);
}
function wasm_bindgen__convert__closures_____invoke__hc73ad8fe81790a6a(arg0, arg1, arg2, arg3) {
wasm.wasm_bindgen__convert__closures_____invoke__hc73ad8fe81790a6a(arg0, arg1, arg2, arg3);
}
const __wbindgen_enum_ReadableStreamType = ["bytes"];
const __wbindgen_enum_ResizeObserverBoxOptions = ["border-box", "content-box", "device-pixel-content-box"];
const __wbindgen_enum_ScrollRestoration = ["auto", "manual"];
const IntoUnderlyingByteSourceFinalization = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingbytesource_free(ptr, 1));
const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsink_free(ptr, 1));
const IntoUnderlyingSourceFinalization = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(ptr => wasm.__wbg_intounderlyingsource_free(ptr, 1));
function addToExternrefTable0(obj) {
const idx = wasm.__externref_table_alloc();
wasm.__wbindgen_externrefs.set(idx, obj);
return idx;
}
const CLOSURE_DTORS = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(state => wasm.__wbindgen_destroy_closure(state.a, state.b));
function debugString(val) {
const type = typeof val;
if (type == 'number' || type == 'boolean' || val == null) {
return  `${val}`;
}
if (type == 'string') {
return `"${val}"`;
}
if (type == 'symbol') {
const description = val.description;
if (description == null) {
return 'Symbol';
} else {
return `Symbol(${description})`;
}
}
if (type == 'function') {
const name = val.name;
if (typeof name == 'string' && name.length > 0) {
return `Function(${name})`;
} else {
return 'Function';
}
}
if (Array.isArray(val)) {
const length = val.length;
let debug = '[';
if (length > 0) {
debug += debugString(val[0]);
}
for(let i = 1; i < length; i++) {
debug += ', ' + debugString(val[i]);
}
debug += ']';
return debug;
}
const builtInMatches = /\[object ([^\]]+)\]/.exec(toString.call(val));
let className;
if (builtInMatches && builtInMatches.length > 1) {
className = builtInMatches[1];
} else {
return toString.call(val);
}
if (className == 'Object') {
try {
return 'Object(' + JSON.stringify(val) + ')';
} catch (_) {
return 'Object';
}
}
if (val instanceof Error) {
return `${val.name}: ${val.message}\n${val.stack}`;
}
return className;
}
function getArrayJsValueFromWasm0(ptr, len) {
ptr = ptr >>> 0;
const mem = getDataViewMemory0();
const result = [];
for (let i = ptr; i < ptr + 4 * len; i += 4) {
result.push(wasm.__wbindgen_externrefs.get(mem.getUint32(i, true)));
}
wasm.__externref_drop_slice(ptr, len);
return result;
}
function getArrayU8FromWasm0(ptr, len) {
ptr = ptr >>> 0;
return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}
let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
}
return cachedDataViewMemory0;
}
function getStringFromWasm0(ptr, len) {
return decodeText(ptr >>> 0, len);
}
let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
}
return cachedUint8ArrayMemory0;
}
function handleError(f, args) {
try {
return f.apply(this, args);
} catch (e) {
const idx = addToExternrefTable0(e);
wasm.__wbindgen_exn_store(idx);
}
}
function isLikeNone(x) {
return x === undefined || x === null;
}
function makeMutClosure(arg0, arg1, f) {
const state = { a: arg0, b: arg1, cnt: 1 };
const real = (...args) => {
state.cnt++;
const a = state.a;
state.a = 0;
try {
return f(a, state.b, ...args);
} finally {
state.a = a;
real._wbg_cb_unref();
}
};
real._wbg_cb_unref = () => {
if (--state.cnt === 0) {
wasm.__wbindgen_destroy_closure(state.a, state.b);
state.a = 0;
CLOSURE_DTORS.unregister(state);
}
};
CLOSURE_DTORS.register(real, state, state);
return real;
}
function passArrayJsValueToWasm0(array, malloc) {
const ptr = malloc(array.length * 4, 4) >>> 0;
for (let i = 0; i < array.length; i++) {
const add = addToExternrefTable0(array[i]);
getDataViewMemory0().setUint32(ptr + 4 * i, add, true);
}
WASM_VECTOR_LEN = array.length;
return ptr;
}
function passStringToWasm0(arg, malloc, realloc) {
if (realloc === undefined) {
const buf = cachedTextEncoder.encode(arg);
const ptr = malloc(buf.length, 1) >>> 0;
getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
WASM_VECTOR_LEN = buf.length;
return ptr;
}
let len = arg.length;
let ptr = malloc(len, 1) >>> 0;
const mem = getUint8ArrayMemory0();
let offset = 0;
for (; offset < len; offset++) {
const code = arg.charCodeAt(offset);
if (code > 0x7F) break;
mem[ptr + offset] = code;
}
if (offset !== len) {
if (offset !== 0) {
arg = arg.slice(offset);
}
ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
const ret = cachedTextEncoder.encodeInto(arg, view);
offset += ret.written;
ptr = realloc(ptr, len, offset, 1) >>> 0;
}
WASM_VECTOR_LEN = offset;
return ptr;
}
function takeFromExternrefTable0(idx) {
const value = wasm.__wbindgen_externrefs.get(idx);
wasm.__externref_table_dealloc(idx);
return value;
}
let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(ptr, len) {
numBytesDecoded += len;
if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
cachedTextDecoder.decode();
numBytesDecoded = len;
}
return cachedTextDecoder.decode(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}
const cachedTextEncoder = new TextEncoder();
if (!('encodeInto' in cachedTextEncoder)) {
cachedTextEncoder.encodeInto = function (arg, view) {
const buf = cachedTextEncoder.encode(arg);
view.set(buf);
return {
read: arg.length,
written: buf.length
};
};
}
let WASM_VECTOR_LEN = 0;
let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
wasmInstance = instance;
wasm = instance.exports;
wasmModule = module;
cachedDataViewMemory0 = null;
cachedUint8ArrayMemory0 = null;
wasm.__wbindgen_start();
return wasm;
}
async function __wbg_load(module, imports) {
if (typeof Response === 'function' && module instanceof Response) {
if (!module.ok) {
throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
}
if (typeof WebAssembly.instantiateStreaming === 'function') {
try {
return await WebAssembly.instantiateStreaming(module, imports);
} catch (e) {
const validResponse = expectedResponseType(module.type);
if (validResponse && module.headers.get('Content-Type') !== 'application/wasm') {
console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);
} else { throw e; }
}
}
const bytes = await module.arrayBuffer();
return await WebAssembly.instantiate(bytes, imports);
} else {
const instance = await WebAssembly.instantiate(module, imports);
if (instance instanceof WebAssembly.Instance) {
return { instance, module };
} else {
return instance;
}
}
function expectedResponseType(type) {
switch (type) {
case 'basic': case 'cors': case 'default': return true;
}
return false;
}
}
function initSync(module) {
if (wasm !== undefined) return wasm;
if (module !== undefined) {
if (Object.getPrototypeOf(module) === Object.prototype) {
({module} = module)
} else {
console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
}
}
const imports = __wbg_get_imports();
if (!(module instanceof WebAssembly.Module)) {
module = new WebAssembly.Module(module);
}
const instance = new WebAssembly.Instance(module, imports);
return __wbg_finalize_init(instance, module);
}
async function __wbg_init(module_or_path) {
if (wasm !== undefined) return wasm;
if (module_or_path !== undefined) {
if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
({module_or_path} = module_or_path)
} else {
console.warn('using deprecated parameters for the initialization function; pass a single object instead')
}
}
if (module_or_path === undefined) {
module_or_path = new URL('explorer-page_bg.wasm', import.meta.url);
}
const imports = __wbg_get_imports();
if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
module_or_path = fetch(module_or_path);
}
const { instance, module } = await __wbg_load(await module_or_path, imports);
return __wbg_finalize_init(instance, module);
}
export { initSync, __wbg_init as default };