// Says why the page stays empty where its modules do not run. Written for the oldest browsers; the app itself takes the place
// of these sentences as soon as it starts.
;(function () {
  var told = false

  function tell(why) {
    // Without this element the app has started, and tells its failures itself.
    var opening = document.getElementById('boot-opening')
    var sentence = document.getElementById('boot-' + why)
    if (told || !opening || !sentence) return
    told = true
    opening.hidden = true
    opening.style.display = 'none'
    sentence.hidden = false
  }

  function onError(event) {
    var target = event.target || window
    if (target.tagName === 'SCRIPT') tell(location.protocol === 'file:' ? 'file' : 'missing')
    // An error inside the page's own script: a syntax or a function that this browser does not know.
    else if (event.filename && event.filename.indexOf(location.protocol + '//' + location.host) === 0) tell('unfit')
  }

  function checkModules() {
    if (!('noModule' in document.createElement('script'))) tell('unfit')
  }

  if (!window.addEventListener) return
  window.addEventListener('error', onError, true)
  document.addEventListener('DOMContentLoaded', checkModules)
})()
